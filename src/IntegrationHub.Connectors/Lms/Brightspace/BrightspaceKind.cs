using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.Kinds;

namespace IntegrationHub.Connectors.Lms.Brightspace;

/// <summary>What Brightspace is to institutions’ files and to those who connect it.</summary>
internal static class BrightspaceKind
{
    public static SourceKind Kind { get; } = new("brightspace", new("D2L Brightspace", "D2L Brightspace"))
    {
        Authentications = [AuthenticationSchemes.SecretAddress],
        Settings =
        [
            Setting.Optional("tenants", "les identifiants des locataires (tenantId) qui sont les vôtres", "the tenantIds that are yours"),
        ],
        Course = new("le numéro de l’unité d’organisation, p. ex. 6612", "the org unit’s number, e.g. 6612"),
        Assessment = new("le titre (Award) décerné", "the award that is issued"),
        Guide =
        [
            new(new("Brightspace Data Streams", "Brightspace Data Streams"))
            {
                BeforeProof =
                [
                    new(
                        "Demandez à D2L d’activer Brightspace Data Streams pour votre organisation\u00a0: l’abonnement se fait avec "
                            + "son équipe, d’abord pour le site d’essai, puis pour la production.",
                        "Ask D2L to activate Brightspace Data Streams for your organisation: it is set up with D2L, first for the "
                            + "test site, then for production."),
                    new("Donnez comme adresse du webhook (webhook endpoint)\u00a0: {0}", "Give as webhook endpoint: {0}"),
                ],
                AfterProof =
                [
                    new(
                        "Choisissez les événements de titres (awards). Ceux de notes (grades) ne portent ni personne ni résultat, et "
                            + "les achèvements de contenu ne parlent que d’un sujet à la fois\u00a0: ils ne mènent à rien.",
                        "Choose the award events. Grade events carry neither learner nor score, and content completions tell of one "
                            + "topic at a time: they lead to nothing."),
                    new(
                        "Vérifiez que les titres (Awards) que le carrefour doit entendre sont décernés par Brightspace, dans Admin "
                            + "Tools → Awards.",
                        "See that the awards that the hub is to hear of are issued by Brightspace, under Admin Tools → Awards."),
                ],
                Trigger = new(
                    "Dans Brightspace, décernez un titre (Award) à un étudiant d’essai.",
                    "In Brightspace, issue an award to a test student."),
            },
        ],
    };
}
