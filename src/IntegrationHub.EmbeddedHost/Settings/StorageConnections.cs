using Azure.Identity;
using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;

namespace IntegrationHub.EmbeddedHost.Settings;

/// <summary>Finds the storage account behind a connection's name: a connection string, or an address with an identity.</summary>
internal sealed class StorageConnections(IConfiguration configuration, Faults faults)
{
    public const string DefaultName = "AzureWebJobsStorage";
    private readonly Dictionary<string, QueueServiceClient?> _clients = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The account's queues; null after a fault.</summary>
    public QueueServiceClient? Queues(string? connection, string function)
    {
        var name = string.IsNullOrEmpty(connection) ? DefaultName : connection;
        if (!_clients.TryGetValue(name, out var client))
            _clients[name] = client = Connect(name, function);
        return client;
    }

    private QueueServiceClient? Connect(string name, string function)
    {
        // Text is decoded here, not by the client: what cannot be decoded must reach the poison queue unchanged.
        var options = new QueueClientOptions { MessageEncoding = QueueMessageEncoding.None };
        var section = configuration.GetSection($"AzureWebJobs{name}");
        if (!section.Exists())
            section = configuration.GetSection(name);
        try
        {
            if (!string.IsNullOrWhiteSpace(section.Value))
                return new(section.Value, options);
            if (Address(section) is { } address)
                return new(
                    address,
                    new DefaultAzureCredential(new DefaultAzureCredentialOptions { ManagedIdentityClientId = section["clientId"] }),
                    options);
            faults.Add(
                $"{function}: the setting '{name}' is not set; it must be a storage connection string, or '{name}__queueServiceUri' or "
                    + $"'{name}__accountName' for an identity."
            );
        }
        catch (FormatException)
        {
            // The message of the exception could repeat a key.
            faults.Add($"{function}: the setting '{name}' is not a storage connection string.");
        }

        return null;
    }

    private static Uri? Address(IConfigurationSection section) =>
        section["queueServiceUri"] is { Length: > 0 } address ? new(address)
        : section["accountName"] is { Length: > 0 } account ? new($"https://{account}.queue.core.windows.net")
        : null;
}
