namespace IntegrationHub.Storage;

/// <summary>Makes the queues, tables and containers that are not there yet; in Azure the deployment has made them.</summary>
public sealed class StorageSetup(StorageClients clients)
{
    /// <summary>Makes what is missing.</summary>
    public Task Run(CancellationToken cancellation) => Task.WhenAll(
    [
        .. StorageNames.Queues.Select(name => (Task)clients.Queues.GetQueueClient(name).CreateIfNotExistsAsync(cancellationToken: cancellation)),
        .. StorageNames.Tables.Select(name => (Task)clients.Tables.CreateTableIfNotExistsAsync(name, cancellation)),
        .. StorageNames.Containers.Select(name => (Task)clients.Blobs.GetBlobContainerClient(name).CreateIfNotExistsAsync(cancellationToken: cancellation)),
    ]);

    /// <summary>Whether the storage answers.</summary>
    public async Task<bool> Answers(CancellationToken cancellation)
    {
        try
        {
            await clients.Queues.GetQueueClient(Core.Messaging.QueueNames.Completions).GetPropertiesAsync(cancellation);
            return true;
        }
        catch (Exception failure) when (failure is Azure.RequestFailedException or AggregateException)
        {
            return false;
        }
    }
}
