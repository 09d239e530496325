namespace IntegrationHub.Storage;

/// <summary>Makes the queues, tables and containers that are not there yet; in Azure the deployment has made them.</summary>
public sealed class StorageSetup(StorageClients clients)
{
    private volatile bool _isMade;

    /// <summary>Makes what is missing.</summary>
    public async Task Run(CancellationToken cancellation)
    {
        await Task.WhenAll(Missing(cancellation));
        _isMade = true;
    }

    /// <summary>Whether all is there and the storage answers.</summary>
    public async Task<bool> IsReady(CancellationToken cancellation)
    {
        if (!_isMade)
            return false;
        try
        {
            await clients.Queues.GetQueueClient(Core.Messaging.QueueNames.Completions).GetPropertiesAsync(cancellation);
            return true;
        }
        catch (Exception failure) when (failure is Azure.RequestFailedException or IntegrationHub.Core.Failures.StorageSilentException)
        {
            return false;
        }
    }

    private IEnumerable<Task> Missing(CancellationToken cancellation) =>
        [
            .. StorageNames.Queues.Select(name =>
                (Task)clients.Queues.GetQueueClient(name).CreateIfNotExistsAsync(cancellationToken: cancellation)),
            .. StorageNames.Tables.Select(name => (Task)clients.Tables.CreateTableIfNotExistsAsync(name, cancellation)),
            .. StorageNames.Containers.Select(name =>
                (Task)clients.Blobs.GetBlobContainerClient(name).CreateIfNotExistsAsync(cancellationToken: cancellation)),
        ];
}
