using IntegrationHub.Core.Attention;
using IntegrationHub.Core.Reconciliation;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationHub.Functions.Slices;

internal static class ReconciliationSlice
{
    /// <summary>Compares what LMSs say with what the hub knows. Needs AddIntake, AddLearners and AddOutside.</summary>
    public static IServiceCollection AddReconciliation(this IServiceCollection services) => services
        .AddSingleton<WaitingCompletions>()
        .AddSingleton<Reconciler>()
        .AddSingleton<ReconciledIntake>()
        .AddSingleton<ReconciliationProgress>()
        .AddSingleton<CourseFinder>()
        .AddSingleton<CourseReconciler>()
        .AddSingleton<ReconciliationHandler>()
        .AddMessage<ReconcileDue, ReconciliationHandler>()
        .AddSingleton<ReconciliationCommands>()
        .AddSingleton<Cause, ReconciliationPartial>();
}
