using IntegrationHub.Connectors.Http;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationHub.Connectors.Graph;

internal static class GraphSetup
{
    /// <summary>What the mailbox and the directory share of Microsoft Graph.</summary>
    public static IServiceCollection AddGraph(this IServiceCollection services) => services
        .AddOutsideClient(GraphClients.System, mapsErrors: false)
        .AddOutsideClient(EntraTokens.System)
        .AddSingleton<GraphClients>()
        .AddSingleton<EntraTokens>();
}
