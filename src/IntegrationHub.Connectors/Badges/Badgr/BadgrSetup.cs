using IntegrationHub.Connectors.Http;
using IntegrationHub.Core.Badges;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationHub.Connectors.Badges.Badgr;

internal static class BadgrSetup
{
    /// <summary>Badgr v2, kind <c>badgr</c>.</summary>
    public static IServiceCollection AddBadgr(this IServiceCollection services) => services
        .AddOutsideClient(BadgrConnection.System)
        .AddSingleton(BadgrKind.Kind)
        .AddSingleton<IBadgePlatform, BadgrPlatform>();
}
