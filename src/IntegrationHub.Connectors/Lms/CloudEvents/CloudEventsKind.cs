using IntegrationHub.Connectors.Lms.GenericJson;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.Kinds;

namespace IntegrationHub.Connectors.Lms.CloudEvents;

/// <summary>What a sender of CloudEvents is to institutions’ files and to those who connect it.</summary>
internal static class CloudEventsKind
{
    public static SourceKind Kind { get; } = new("cloudevents", new("CloudEvents", "CloudEvents"))
    {
        Authentications = [AuthenticationSchemes.Basic],
        Settings = FieldSettings.OfCloudEvents,
        Check = given => FieldChecks.Check(given, namesEvents: true),
        Course = new("la valeur au chemin «\u00a0course\u00a0»", "the value at the path “course”"),
        Assessment = new("la valeur au chemin «\u00a0assessment\u00a0»", "the value at the path “assessment”"),
        Guide =
        [
            new(new("CloudEvents 1.0", "CloudEvents 1.0"))
            {
                BeforeProof =
                [
                    new(
                        "Dans le système expéditeur, ajoutez un abonnement HTTP (webhook) vers\u00a0: {0}",
                        "In the sending system, add an HTTP (webhook) subscription to: {0}"),
                ],
                AfterProof =
                [
                    new(
                        "L’expéditeur demande d’abord la permission (OPTIONS, WebHook-Request-Origin); le carrefour répond "
                            + "automatiquement.",
                        "The sender first asks for permission (OPTIONS, WebHook-Request-Origin); the hub answers automatically."),
                    new(
                        "Choisissez CloudEvents 1.0, en mode binaire ou structuré, et des types d’événements que le fichier de la "
                            + "source nomme.",
                        "Choose CloudEvents 1.0, in binary or structured mode, and event types that the source’s file names."),
                ],
            },
        ],
    };
}
