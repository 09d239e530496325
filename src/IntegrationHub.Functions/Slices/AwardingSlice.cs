using IntegrationHub.Core.Attention;
using IntegrationHub.Core.Awarding;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationHub.Functions.Slices;

internal static class AwardingSlice
{
    /// <summary>Completions become evidence, evidence becomes awards, people decide. Needs AddIntake, AddLearners, AddAttention, AddMessaging and AddNotices.</summary>
    public static IServiceCollection AddAwarding(this IServiceCollection services) => services
        .AddSingleton<EventRegistry>()
        .AddSingleton<Attribution>()
        .AddSingleton<CompletionsStage>()
        .AddSingleton<Decider>()
        .AddSingleton<Consequences>()
        .AddSingleton<DossierStage>()
        .AddSingleton<AwardCommands>()
        .AddSingleton<AwardQueries>()
        .AddSingleton<RecognitionCommands>()
        .AddSingleton<CalendarKeeper>()
        .AddSingleton<FailedMessages>()
        .AddSingleton<Cause, UnknownOffering>()
        .AddSingleton<Cause, ApprovalNeeded>()
        .AddSingleton<Cause, PrerequisiteMissing>()
        .AddSingleton<Cause, RegradeBelowThreshold>();
}
