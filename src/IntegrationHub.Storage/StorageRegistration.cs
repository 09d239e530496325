using IntegrationHub.Core.Attention;
using IntegrationHub.Core.Badges;
using IntegrationHub.Core.Erasure;
using IntegrationHub.Core.Intake;
using IntegrationHub.Core.Learners;
using IntegrationHub.Core.Messaging;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Monitoring;
using IntegrationHub.Core.Notices;
using IntegrationHub.Core.Outside;
using IntegrationHub.Core.Reconciliation;
using IntegrationHub.Core.Transcripts;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationHub.Storage;

/// <summary>Registers storage behind Core's interfaces.</summary>
public static class StorageRegistration
{
    /// <summary>Adds queues, tables and blobs of the account that <c>AzureWebJobsStorage</c> names.</summary>
    /// <exception cref="InvalidOperationException">The setting is missing.</exception>
    public static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration configuration)
    {
        const string setting = StorageClients.Setting;
        var clients = StorageClients.Named(name => configuration[name])
            ?? throw new InvalidOperationException(
                $"The setting {setting} is missing: a connection string, or {setting}__accountName for a managed identity.");
        return services
            .AddSingleton(clients)
            .AddSingleton<StorageSetup>()
            .AddSingleton<Messages>()
            .AddSingleton<IMessageTexts, MessageTexts>()
            .AddSingleton<CatalogueBlobs>()
            .AddSingleton<IKeyRing, KeyRing>()
            .AddSingleton<IPayloads, Payloads>()
            .AddSingleton<IQueues, Queues>()
            .AddSingleton<IQueueWatch, QueueWatch>()
            .AddSingleton<IDossiers, Dossiers>()
            .AddSingleton<IRecordFiles, RecordFiles>()
            .AddSingleton<IAwardIndex, AwardIndex>()
            .AddSingleton<ILearners, LearnerTable>()
            .AddSingleton<IAttention, AttentionTable>()
            .AddSingleton<IConnectionStates, ConnectionTable>()
            .AddSingleton<INoticeClaims, NoticeClaims>()
            .AddSingleton<ITokens, Tokens>()
            .AddSingleton<ICredentials, Credentials>()
            .AddSingleton<IHoldings, Holdings>()
            .AddSingleton<IStatusLists, StatusLists>()
            .AddSingleton<IEndorsements, Endorsements>()
            .AddSingleton<IErasures, Erasures>()
            .AddSingleton<ICalendar, Calendar>()
            .AddSingleton<IEventRegister, EventTable>()
            .AddSingleton<ISourceHistory, SourceTable>()
            .AddSingleton<IReconciliations, Reconciliations>();
    }
}
