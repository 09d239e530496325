using IntegrationHub.Connectors.Http;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationHub.Connectors.Badges.Badgr;

internal static class BadgrSetup
{
    /// <summary>Badgr v2, kind <c>badgr</c>.</summary>
    public static IServiceCollection AddBadgr(this IServiceCollection services) => services
        .AddOutsideClient(BadgrConnection.System)
        .AddBadgePlatform<BadgrPlatform>(BadgrKind.Kind);
}
