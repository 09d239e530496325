using IntegrationHub.Connectors.Http;
using IntegrationHub.Core.Notices;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationHub.Connectors.Mail.Graph;

internal static class GraphSetup
{
    /// <summary>Microsoft Graph mail, kind <c>graph</c>.</summary>
    public static IServiceCollection AddGraphMail(this IServiceCollection services) => services
        .AddOutsideClient(GraphClients.System, mapsErrors: false)
        .AddOutsideClient(EntraTokens.System)
        .AddSingleton<GraphClients>()
        .AddSingleton<EntraTokens>()
        .AddSingleton<IMailbox, GraphMailbox>();
}
