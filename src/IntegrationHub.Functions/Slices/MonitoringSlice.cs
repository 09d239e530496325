using IntegrationHub.Core.Monitoring;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationHub.Functions.Slices;

internal static class MonitoringSlice
{
    /// <summary>What the metrics say. Needs the stores.</summary>
    public static IServiceCollection AddMonitoring(this IServiceCollection services) => services
        .AddSingleton<Gauges>()
        .AddSingleton<MetricsSampler>();
}
