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
            Setting.Optional("tenants", "les identifiants (tenantId) des locataires de l’établissement", "the institution’s tenantIds"),
        ],
        Course = new("le numéro de l’unité d’organisation, p. ex. 6612", "the org unit’s number, e.g. 6612"),
        Assessment = new("le numéro du titre (Award) décerné, p. ex. 12", "the number of the award that is issued, e.g. 12"),
        AssessmentId = AssessmentIds.OfBrightspace,
        Guide =
        [
            new(new("Brightspace Data Streams", "Brightspace Data Streams"))
            {
                BeforeProof =
                [
                    new(
                        "Demandez à D2L d’activer Brightspace Data Streams pour votre organisation. L’abonnement se fait avec son "
                            + "équipe, d’abord pour le site d’essai, puis pour la production.",
                        "Ask D2L to activate Brightspace Data Streams for your organization. Set up the subscription with D2L, "
                            + "first for the test site, then for production."),
                    new("Donnez cette adresse au webhook (webhook endpoint)\u00a0: {0}", "Enter this address as the webhook endpoint: {0}"),
                ],
                AfterProof =
                [
                    new(
                        "Choisissez les événements de titres (awards). Le carrefour ignore ceux de notes (grades), qui ne "
                            + "contiennent ni personne ni résultat, et ceux de contenu terminé, qui ne portent que sur un sujet à "
                            + "la fois.",
                        "Choose the award events. The hub ignores grade events, which contain neither learner nor score, and "
                            + "content completions, which report one topic at a time."),
                    new(
                        "Dans Admin Tools → Awards, vérifiez que Brightspace décerne les titres (Awards) que le carrefour doit "
                            + "recevoir.",
                        "Under Admin Tools → Awards, check that Brightspace issues the awards that the hub is to receive."),
                ],
                Trigger = new(
                    "Dans Brightspace, décernez un titre (Award) à une personne apprenante d’essai.",
                    "In Brightspace, issue an award to a test student."),
            },
        ],
    };
}
