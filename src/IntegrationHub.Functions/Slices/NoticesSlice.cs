using IntegrationHub.Core.Attention;
using IntegrationHub.Core.Notices;
using IntegrationHub.Core.Steps;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationHub.Functions.Slices;

internal static class NoticesSlice
{
    /// <summary>Tells the channel and the learner. Needs AddSteps, AddBadges and AddMessaging.</summary>
    public static IServiceCollection AddNotices(this IServiceCollection services) => services
        .AddSingleton<NoticeComposer>()
        .AddSingleton<DeduplicatedSender>()
        .AddSingleton<LearnerNoticeSender>()
        .AddMessage<LearnerNotice, LearnerNoticeSender>()
        .AddSingleton<AlertSender>()
        .AddMessage<AlertDue, AlertSender, AlertSender>()
        .AddSingleton<EndedStepHandler>()
        .AddMessage<StepEnded, EndedStepHandler>()
        .AddSingleton<IStepWork, ChannelWork>()
        .AddSingleton<IStepWork, LearnerWork>();
}
