using IntegrationHub.Connectors.Graph;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.Kinds;

namespace IntegrationHub.Connectors.Mail.Graph;

/// <summary>What a mailbox behind Microsoft Graph asks of institutions’ files.</summary>
internal static class GraphMailKind
{
    public static ConnectionKind Kind { get; } = new(
        ConnectionRole.Mail,
        "graph",
        new("Microsoft Graph, courriel", "Microsoft Graph, mail"))
    {
        Settings =
        [
            GraphSettings.Tenant,
            Setting.Required("sender", "la boîte qui envoie les courriels", "the mailbox that sends the emails"),
            GraphSettings.TokenAddress,
        ],
        Secrets = GraphSettings.Secrets,
    };
}
