using IntegrationHub.Core.Attention;
using IntegrationHub.Core.Steps;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationHub.Functions.Slices;

internal static class StepsSlice
{
    /// <summary>Runs the steps of awards. Needs AddOutside, AddAttention and the works of the slices that have steps.</summary>
    public static IServiceCollection AddSteps(this IServiceCollection services) => services
        .AddSingleton<StepOutcomes>()
        .AddSingleton<StepContexts>()
        .AddSingleton<StepSlots>()
        .AddSingleton<StepClaims>()
        .AddSingleton<StepAttempt>()
        .AddSingleton<StepRunner>()
        .AddSingleton<StepPoison>()
        .AddMessage<StepDue, StepRunner, StepPoison>()
        .AddMessage<StepReplay, StepRunner, StepPoison>()
        .AddSingleton<OtherCycles>()
        .AddSingleton<Sweeper>()
        .AddSingleton<StepCommands>()
        .AddSingleton<Cause, StepFailed>();
}
