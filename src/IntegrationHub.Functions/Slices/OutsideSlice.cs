using IntegrationHub.Core.Attention;
using IntegrationHub.Core.Outside;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationHub.Functions.Slices;

internal static class OutsideSlice
{
    /// <summary>Calls to external systems: rate and circuit. Needs AddAttention, which hears of outages.</summary>
    public static IServiceCollection AddOutside(this IServiceCollection services) => services
        .AddSingleton<ConnectionRateLimiter>()
        .AddSingleton<OutboundGateway>()
        .AddSingleton<Cause, SystemDown>()
        .AddSingleton<Cause, CredentialRefused>();
}
