using IntegrationHub.Core.Attention;
using IntegrationHub.Core.Awarding;
using IntegrationHub.Core.Badges;
using IntegrationHub.Core.Erasure;
using IntegrationHub.Core.Intake;
using IntegrationHub.Core.Learners;
using IntegrationHub.Core.Lms;
using IntegrationHub.Core.Messaging;
using IntegrationHub.Core.Monitoring;
using IntegrationHub.Core.Notices;
using IntegrationHub.Core.Outside;
using IntegrationHub.Core.Reconciliation;
using IntegrationHub.Core.Steps;
using IntegrationHub.Core.Transcripts;
using IntegrationHub.Functions.Settings;
using IntegrationHub.Functions.Timers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace IntegrationHub.Functions.Stages;

/// <summary>Registers the stages; what they stand on comes from the other rooms.</summary>
internal static class PipelineRegistration
{
    public static IServiceCollection AddPipeline(this IServiceCollection services) => services
        .AddSingleton<EventRegistry>()
        .AddSingleton<DeliveryJournal>()
        .AddSingleton<SourceReader>()
        .AddSingleton<SilenceWatch>()
        .AddSingleton<Readers>()
        .AddSingleton<SourceSites>()
        .AddSingleton<Attribution>()
        .AddSingleton<CompletionsStage>()
        .AddSingleton<Reconciler>()
        .AddSingleton<ReconciliationsStage>()
        .AddSingleton<ReconciliationCommands>()
        .AddSingleton<Decider>()
        .AddSingleton<Consequences>()
        .AddSingleton<DossierStage>()
        .AddSingleton<AwardCommands>()
        .AddSingleton<RecognitionCommands>()
        .AddSingleton<CalendarKeeper>()
        .AddSingleton<Postponement>()
        .AddSingleton<DeduplicatedSender>()
        .AddSingleton<LearnerNoticeSender>()
        .AddSingleton<AlertSender>()
        .AddSingleton<LearnerLookups>()
        .AddSingleton<LearnerMatcher>()
        .AddSingleton<IdentityCommands>()
        .AddSingleton<AttentionRaiser>()
        .AddSingleton<ISystemWatch>(provider => provider.GetRequiredService<AttentionRaiser>())
        .AddSingleton<HeldCompletions>()
        .AddSingleton<AttentionReader>()
        .AddSingleton<SecretWatch>()
        .AddSingleton<ConnectionRateLimiter>()
        .AddSingleton<OutboundGateway>()
        .AddSingleton<StepOutcomes>()
        .AddSingleton<StepRunner>()
        .AddSingleton<OtherCycles>()
        .AddSingleton<BatchFileLines>()
        .AddSingleton<BatchFileCommands>()
        .AddSingleton<IStepWork, TranscriptWork>()
        .AddSingleton<IStepWork, BadgeWork>()
        .AddSingleton<IStepWork, ChannelWork>()
        .AddSingleton<IStepWork, LearnerWork>()
        .AddSingleton(provider => new NoticeComposer(PublicBase(provider), provider.GetRequiredService<ClaimLink>()))
        .AddSingleton(provider => new PublicAddresses(PublicBase(provider)))
        .AddSingleton<NoticesStage>()
        .AddSingleton<FailedMessages>()
        .AddSingleton<Sweeper>()
        .AddSingleton<AttentionCommands>()
        .AddSingleton<AwardQueries>()
        .AddSingleton<BadgesStage>()
        .AddSingleton<CredentialQueries>()
        .AddSingleton<HolderCommands>()
        .AddSingleton<ClaimLink>()
        .AddSingleton<CredentialEraser>()
        .AddSingleton<DeliveryEraser>()
        .AddSingleton<AttentionEraser>()
        .AddSingleton<Eraser>()
        .AddSingleton<ErasureCommands>()
        .AddSingleton<Gauges>()
        .AddSingleton<MetricsSampler>()
        .AddSingleton<Stage>()
        .AddSingleton<Rounds>();

    private static Uri PublicBase(IServiceProvider provider) => new(provider.GetRequiredService<IOptions<HubOptions>>().Value.PublicBaseUrl);
}
