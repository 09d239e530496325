using Azure.Core;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;

namespace IntegrationHub.Storage;

/// <summary>The one storage account, by connection string or by managed identity.</summary>
public sealed class StorageClients
{
    /// <summary>The setting that holds the connection string; with <c>:accountName</c> behind, the account's name.</summary>
    public const string Setting = "AzureWebJobsStorage";

    private static readonly TimeSpan FirstRetry = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan NetworkTimeout = TimeSpan.FromSeconds(10);

    private StorageClients(QueueServiceClient queues, TableServiceClient tables, BlobServiceClient blobs) =>
        (Queues, Tables, Blobs) = (queues, tables, blobs);

    /// <summary>Queues.</summary>
    public QueueServiceClient Queues { get; }

    /// <summary>Tables.</summary>
    public TableServiceClient Tables { get; }

    /// <summary>Blobs.</summary>
    public BlobServiceClient Blobs { get; }

    /// <summary>The account that the hub's settings name.</summary>
    /// <param name="setting">Gives a setting's value; null where it is not set.</param>
    /// <returns>Null where they name none.</returns>
    public static StorageClients? Named(Func<string, string?> setting) => (setting(Setting), setting($"{Setting}:accountName")) switch
    {
        (_, { Length: > 0 } account) => Of(account, Identity(setting)!),
        ({ Length: > 0 } connectionString, _) => Of(connectionString),
        _ => null,
    };

    /// <summary>
    /// What the hub proves itself with in Azure: the user-assigned identity that <c>AzureWebJobsStorage:clientId</c> names, or the default
    /// chain.
    /// </summary>
    /// <param name="setting">Gives a setting's value; null where it is not set.</param>
    /// <returns>Null where the storage is reached by connection string: the hub has no identity there.</returns>
    public static TokenCredential? Identity(Func<string, string?> setting) =>
        string.IsNullOrEmpty(setting($"{Setting}:accountName")) ? null
        : setting($"{Setting}:clientId") is { Length: > 0 } clientId
            ? new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(clientId))
        : new DefaultAzureCredential();

    /// <summary>By connection string; <c>UseDevelopmentStorage=true</c> is Azurite on its usual ports.</summary>
    public static StorageClients Of(string connectionString) => Of(connectionString, _ => { });

    /// <summary>By connection string, and otherwise than usual.</summary>
    internal static StorageClients Of(string connectionString, Action<ClientOptions> change)
    {
        T Changed<T>(T options)
            where T : ClientOptions
        {
            change(Patient(options));
            return options;
        }

        return new(
            new(connectionString, Changed(Encoded())),
            new(connectionString, Changed(new TableClientOptions())),
            new(connectionString, Changed(new BlobClientOptions())));
    }

    /// <summary>By account name and identity.</summary>
    /// <param name="accountName">Name of the storage account.</param>
    /// <param name="credential">What the hub proves itself with.</param>
    public static StorageClients Of(string accountName, TokenCredential credential)
    {
        Uri Address(string service) => new($"https://{accountName}.{service}.core.windows.net");
        return new(
            new(Address("queue"), credential, Patient(Encoded())),
            new(Address("table"), credential, Patient(new TableClientOptions())),
            new(Address("blob"), credential, Patient(new BlobClientOptions())));
    }

    /// <summary>As host.json says; what a strange hand put on a queue in another form is passed over when it is looked at.</summary>
    private static QueueClientOptions Encoded()
    {
        var options = new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 };
        options.MessageDecodingFailed += _ => Task.CompletedTask;
        return options;
    }

    private static T Patient<T>(T options)
        where T : ClientOptions
    {
        options.Retry.Delay = FirstRetry;
        options.Retry.NetworkTimeout = NetworkTimeout;
        options.Diagnostics.IsLoggingEnabled = false;
        options.AddPolicy(new OutagePolicy(), HttpPipelinePosition.PerCall);
        return options;
    }
}
