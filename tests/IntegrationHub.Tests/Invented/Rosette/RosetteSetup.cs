using IntegrationHub.Core.Badges;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationHub.Tests.Invented.Rosette;

internal static class RosetteSetup
{
    /// <summary>Rosette, kind <c>rosette</c>.</summary>
    public static IServiceCollection AddRosette(this IServiceCollection services) =>
        services.AddSingleton(RosetteKind.Kind).AddSingleton<IBadgePlatform, RosettePlatform>();
}
