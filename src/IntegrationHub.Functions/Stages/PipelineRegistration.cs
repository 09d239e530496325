using IntegrationHub.Core.Attention;
using IntegrationHub.Core.Badges;
using IntegrationHub.Core.Completions;
using IntegrationHub.Core.Credentials;
using IntegrationHub.Core.Erasures;
using IntegrationHub.Core.Learners;
using IntegrationHub.Core.Notices;
using IntegrationHub.Core.Outside;
using IntegrationHub.Core.Pipeline;
using IntegrationHub.Core.Sources;
using IntegrationHub.Core.Reconciliations;
using IntegrationHub.Core.Transcripts;
using IntegrationHub.Core.Watching;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace IntegrationHub.Functions;

/// <summary>Registers the stages; what they stand on comes from the other rooms.</summary>
internal static class PipelineRegistration
{
    public static IServiceCollection AddPipeline(this IServiceCollection services) => services
        .AddSingleton<EventBook>()
        .AddSingleton<DeliveryJournal>()
        .AddSingleton<SourceReader>()
        .AddSingleton<SilenceWatch>()
        .AddSingleton<Readers>()
        .AddSingleton<SourceSites>()
        .AddSingleton<Attribution>()
        .AddSingleton<CompletionsStage>()
        .AddSingleton<Reconciler>()
        .AddSingleton<ReconciliationsStage>()
        .AddSingleton<ReconciliationDesk>()
        .AddSingleton<Decider>()
        .AddSingleton<Consequences>()
        .AddSingleton<DossierStage>()
        .AddSingleton<AwardDesk>()
        .AddSingleton<RecognitionDesk>()
        .AddSingleton<CalendarKeeper>()
        .AddSingleton<Postponement>()
        .AddSingleton<SoleSender>()
        .AddSingleton<LetterBox>()
        .AddSingleton<AlertPost>()
        .AddSingleton<LearnerLookups>()
        .AddSingleton<LearnerMatcher>()
        .AddSingleton<IdentityDesk>()
        .AddSingleton<AttentionDesk>()
        .AddSingleton<ISystemWatch>(provider => provider.GetRequiredService<AttentionDesk>())
        .AddSingleton<WaitingRoom>()
        .AddSingleton<AttentionReader>()
        .AddSingleton<SecretWatch>()
        .AddSingleton<Pace>()
        .AddSingleton<Switchboard>()
        .AddSingleton<StepBook>()
        .AddSingleton<StepRunner>()
        .AddSingleton<OtherCycles>()
        .AddSingleton<RecordBook>()
        .AddSingleton<RecordDesk>()
        .AddSingleton<IStepWork, TranscriptWork>()
        .AddSingleton<IStepWork, BadgeWork>()
        .AddSingleton<IStepWork, ChannelWork>()
        .AddSingleton<IStepWork, LearnerWork>()
        .AddSingleton(provider => new NoticeComposer(PublicBase(provider), provider.GetRequiredService<ClaimLink>()))
        .AddSingleton(provider => new PublicAddresses(PublicBase(provider)))
        .AddSingleton<NoticesStage>()
        .AddSingleton<FailedMessages>()
        .AddSingleton<Sweeper>()
        .AddSingleton<Desk>()
        .AddSingleton<AwardReader>()
        .AddSingleton<BadgesStage>()
        .AddSingleton<CredentialDesk>()
        .AddSingleton<HolderDesk>()
        .AddSingleton<ClaimLink>()
        .AddSingleton<CredentialEraser>()
        .AddSingleton<DeliveryEraser>()
        .AddSingleton<AttentionEraser>()
        .AddSingleton<Eraser>()
        .AddSingleton<ErasureDesk>()
        .AddSingleton<Gauges>()
        .AddSingleton<Lookout>()
        .AddSingleton<Stage>()
        .AddSingleton<Rounds>();

    private static Uri PublicBase(IServiceProvider provider) => new(provider.GetRequiredService<IOptions<HubOptions>>().Value.PublicBaseUrl);
}
