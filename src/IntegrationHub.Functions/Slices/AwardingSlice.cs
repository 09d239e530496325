using IntegrationHub.Core.Attention;
using IntegrationHub.Core.Awarding;
using IntegrationHub.Core.Intake;
using IntegrationHub.Core.Messaging;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationHub.Functions.Slices;

internal static class AwardingSlice
{
    /// <summary>
    /// Completions become evidence, evidence becomes awards, people decide. Needs AddIntake, AddLearners, AddAttention, AddMessaging and
    /// AddNotices.
    /// </summary>
    public static IServiceCollection AddAwarding(this IServiceCollection services) => services
        .AddSingleton<EventRegistry>()
        .AddSingleton<Doubts>()
        .AddSingleton<ResultsOfTheMoment>()
        .AddSingleton<Attribution>()
        .AddSingleton<DeliveryHandler>()
        .AddSingleton<HeldDeliveries>()
        .AddSingleton<DeliveryPoison>()
        .AddMessage<DeliveryArrived, DeliveryHandler, DeliveryPoison>()
        .AddMessage<DeliveryKept, DeliveryHandler, DeliveryPoison>()
        .AddSingleton<Decider>()
        .AddSingleton<Consequences>()
        .AddSingleton<DossierHandler>()
        .AddMessage<ActDecided, DossierHandler>()
        .AddMessage<EvidenceMove, DossierHandler>()
        .AddMessage<AwardChanged, DossierHandler>()
        .AddMessage<CredentialRecognition, DossierHandler>()
        .AddSingleton<AwardCommands>()
        .AddSingleton<AwardQueries>()
        .AddSingleton<RecognitionCommands>()
        .AddSingleton<CalendarKeeper>()
        .AddSingleton<Cause, UnknownOffering>()
        .AddSingleton<Cause, ApprovalNeeded>()
        .AddSingleton<Cause, PrerequisiteMissing>()
        .AddSingleton<Cause, RegradeBelowThreshold>()
        .AddSingleton<DoubtCommands>()
        .AddSingleton<Cause, UncertainResult>()
        .AddSingleton<Cause, UncertainTime>()
        .AddSingleton<Cause, NameMissing>()
        .AddSingleton<Cause, ResultMissing>();
}
