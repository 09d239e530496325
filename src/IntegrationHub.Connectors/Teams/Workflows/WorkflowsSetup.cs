using IntegrationHub.Connectors.Http;
using IntegrationHub.Core.Notices;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationHub.Connectors.Teams.Workflows;

internal static class WorkflowsSetup
{
    /// <summary>A Workflows webhook, kind <c>workflows</c>.</summary>
    public static IServiceCollection AddWorkflows(this IServiceCollection services) => services
        .AddOutsideClient(WorkflowsChannel.System)
        .AddSingleton(WorkflowsKind.Kind)
        .AddSingleton<IChannel, WorkflowsChannel>();
}
