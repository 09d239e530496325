using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.Kinds;

namespace IntegrationHub.Connectors.Lms.GenericJson;

/// <summary>What any sender of JSON is to institutions’ files and to those who connect it.</summary>
internal static class GenericJsonKind
{
    public static SourceKind Kind { get; } = new("json", new("JSON", "JSON"))
    {
        Authentications = [AuthenticationSchemes.Basic, AuthenticationSchemes.TokenInBody],
        Settings = FieldSettings.OfJson,
        Check = given => FieldChecks.Check(given, namesEvents: given.ContainsKey(FieldSettings.Event)),
        Course = new("ce qui se trouve au chemin «\u00a0course\u00a0»", "what stands at the path “course”"),
        Assessment = new("ce qui se trouve au chemin «\u00a0assessment\u00a0»", "what stands at the path “assessment”"),
        Guide =
        [
            new(new("Tout expéditeur de JSON", "Any sender of JSON"))
            {
                BeforeProof =
                [
                    new(
                        "Chez l’expéditeur, envoyez par POST, en application/json, à\u00a0: {0}",
                        "At the sender’s, send by POST, as application/json, to: {0}"),
                ],
                AfterProof =
                [
                    new(
                        "Donnez dans le fichier de la source le chemin de chaque champ\u00a0: identifiant de l’événement, personne, "
                            + "cours, résultat, heure.",
                        "In the source’s file give the path of each field: the event’s id, the learner, the course, the result, the time."),
                    new(
                        "Une réponse 200 veut dire que c’est pris; sur toute autre, l’expéditeur réessaie plus tard.",
                        "An answer 200 means that it is taken; upon any other the sender tries again later."),
                ],
            },
        ],
    };
}
