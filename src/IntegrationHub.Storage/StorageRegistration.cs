using Azure.Core;
using Azure.Identity;
using IntegrationHub.Core.Attention;
using IntegrationHub.Core.Awards;
using IntegrationHub.Core.Completions;
using IntegrationHub.Core.Credentials;
using IntegrationHub.Core.Erasures;
using IntegrationHub.Core.Learners;
using IntegrationHub.Core.Messaging;
using IntegrationHub.Core.Outside;
using IntegrationHub.Core.Sources;
using IntegrationHub.Core.Reconciliations;
using IntegrationHub.Core.Transcripts;
using IntegrationHub.Core.Watching;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationHub.Storage;

/// <summary>Registers storage behind Core's interfaces.</summary>
public static class StorageRegistration
{
    private const string Setting = "AzureWebJobsStorage";

    /// <summary>What the hub proves itself with in Azure: the user-assigned identity that <c>AzureWebJobsStorage__clientId</c> names, or the default chain.</summary>
    /// <returns>Null where the storage is reached by connection string: the hub has no identity there.</returns>
    public static TokenCredential? Identity(IConfiguration configuration) =>
        string.IsNullOrEmpty(configuration[$"{Setting}:accountName"]) ? null
        : configuration[$"{Setting}:clientId"] is { Length: > 0 } clientId ? new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(clientId))
        : new DefaultAzureCredential();

    /// <summary>Adds queues, tables and blobs of the account that <c>AzureWebJobsStorage</c> names.</summary>
    /// <exception cref="InvalidOperationException">The setting is missing.</exception>
    public static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration configuration)
    {
        var clients = (configuration[Setting], configuration[$"{Setting}:accountName"]) switch
        {
            (_, { Length: > 0 } account) => StorageClients.Of(account, Identity(configuration)!),
            ({ Length: > 0 } connectionString, _) => StorageClients.Of(connectionString),
            _ => throw new InvalidOperationException($"The setting {Setting} is missing: a connection string, or {Setting}__accountName for a managed identity."),
        };
        return services
            .AddSingleton(clients)
            .AddSingleton<StorageSetup>()
            .AddSingleton<CatalogueBlobs>()
            .AddSingleton<IPayloads, Payloads>()
            .AddSingleton<IQueues, Queues>()
            .AddSingleton<IQueueWatch, QueueWatch>()
            .AddSingleton<IDossiers, Dossiers>()
            .AddSingleton<IRecordFiles, RecordFiles>()
            .AddSingleton<IAwardIndex, AwardIndex>()
            .AddSingleton<ILearners, LearnerTable>()
            .AddSingleton<IAttention, AttentionTable>()
            .AddSingleton<IConnectionStates, ConnectionTable>()
            .AddSingleton<ITokens, Tokens>()
            .AddSingleton<ICredentials, Credentials>()
            .AddSingleton<IHoldings, Holdings>()
            .AddSingleton<IStatusLists, StatusLists>()
            .AddSingleton<IEndorsements, Endorsements>()
            .AddSingleton<IErasures, Erasures>()
            .AddSingleton<ICalendar, Calendar>()
            .AddSingleton<IEventRegister, EventTable>()
            .AddSingleton<ISourceBook, SourceTable>()
            .AddSingleton<IReconciliations, Reconciliations>()
            .AddSingleton<IRecordFiles, RecordFiles>();
    }
}
