using IntegrationHub.Core.Attention;
using IntegrationHub.Core.Intake;
using IntegrationHub.Core.Lms;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationHub.Functions.Slices;

internal static class IntakeSlice
{
    /// <summary>
    /// Deliveries: proof, rate, duplicates, the journal of each source. Needs the readers and proofs of the connectors, and queues.
    /// </summary>
    public static IServiceCollection AddIntake(this IServiceCollection services) => services
        .AddSingleton<SourceRateLimit>()
        .AddSingleton<SourceAdmission>()
        .AddSingleton<DuplicateCheck>()
        .AddSingleton<Intake>()
        .AddSingleton<Readers>()
        .AddSingleton<SourceSites>()
        .AddSingleton<DeliveryJournal>()
        .AddSingleton<SourceReader>()
        .AddSingleton<SilenceWatch>()
        .AddSingleton<SecretWatch>()
        .AddSingleton<Cause, SourceSilent>()
        .AddSingleton<Cause, SecretEnding>()
        .AddSingleton<Cause, UnreadableDelivery>();
}
