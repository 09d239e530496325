using IntegrationHub.Core.Notices;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationHub.Connectors.Mail.Graph;

internal static class GraphMailSetup
{
    /// <summary>Microsoft Graph mail, kind <c>graph</c>.</summary>
    public static IServiceCollection AddGraphMail(this IServiceCollection services) => services
        .AddSingleton(GraphMailKind.Kind)
        .AddSingleton<IMailbox, GraphMailbox>();
}
