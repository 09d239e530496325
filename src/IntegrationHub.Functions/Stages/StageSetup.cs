using IntegrationHub.Functions.Timers;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationHub.Functions.Stages;

internal static class StageSetup
{
    /// <summary>What the functions of queues and timers share.</summary>
    public static IServiceCollection AddStages(this IServiceCollection services) => services
        .AddSingleton<Stage>()
        .AddSingleton<Rounds>();
}
