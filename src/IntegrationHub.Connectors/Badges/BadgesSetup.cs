using IntegrationHub.Core.Badges;
using IntegrationHub.Core.Model.Kinds;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationHub.Connectors.Badges;

internal static class BadgesSetup
{
    /// <summary>A badge platform, with what it says of itself.</summary>
    public static IServiceCollection AddBadgePlatform<T>(this IServiceCollection services, ConnectionKind kind)
        where T : class, IBadgePlatform => services.AddSingleton(kind).AddSingleton<IBadgePlatform, T>();
}
