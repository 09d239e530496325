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
        Course = new("la valeur au chemin «\u00a0course\u00a0»", "the value at the path “course”"),
        Assessment = new("la valeur au chemin «\u00a0assessment\u00a0»", "the value at the path “assessment”"),
        Guide =
        [
            new(new("Tout expéditeur de JSON", "Any sender of JSON"))
            {
                BeforeProof =
                [
                    new(
                        "Réglez l’expéditeur pour qu’il envoie par POST, en application/json, à\u00a0: {0}",
                        "Set the sending system to send by POST, as application/json, to: {0}"),
                ],
                AfterProof =
                [
                    new(
                        "Dans le fichier de la source, donnez le chemin de chaque champ\u00a0: identifiant de l’événement, "
                            + "personne, cours, résultat, heure.",
                        "In the source’s file, give the path of each field: event id, learner, course, result, time."),
                    new(
                        "La réponse 200 veut dire que le carrefour a accepté l’envoi; après toute autre réponse, l’expéditeur "
                            + "réessaie plus tard.",
                        "The answer 200 means that the hub has accepted the delivery; after any other answer, the sender tries "
                            + "again later."),
                ],
            },
        ],
    };
}
