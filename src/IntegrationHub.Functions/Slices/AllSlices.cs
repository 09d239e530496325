using Microsoft.Extensions.DependencyInjection;

namespace IntegrationHub.Functions.Slices;

/// <summary>The domain, slice by slice: the app and the tests register it with the same lines.</summary>
internal static class AllSlices
{
    /// <summary>All of the Core. Needs the stores, the connectors, the institutions and the public addresses.</summary>
    public static IServiceCollection AddSlices(this IServiceCollection services) => services
        .AddMessaging()
        .AddAttention()
        .AddOutside()
        .AddLearners()
        .AddIntake()
        .AddAwarding()
        .AddSteps()
        .AddTranscripts()
        .AddBadges()
        .AddNotices()
        .AddReconciliation()
        .AddErasure()
        .AddMonitoring();
}
