using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.Kinds;

namespace IntegrationHub.Connectors.Teams.Workflows;

/// <summary>What a Workflows webhook asks of institutions’ files: its whole address is a secret.</summary>
internal static class WorkflowsKind
{
    public static ConnectionKind Kind { get; } = new(ConnectionRole.Channel, "workflows", new("Teams (Workflows)", "Teams (Workflows)"))
    {
        NeedsAddress = false,
        Secrets = [Setting.Required("url", "l’adresse complète du webhook", "the webhook’s complete address")],
    };
}
