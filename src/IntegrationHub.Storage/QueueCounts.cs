using Azure;

namespace IntegrationHub.Storage;

/// <summary>What a queue holds.</summary>
/// <param name="Name">The queue.</param>
/// <param name="Messages">About how many messages, hidden ones included.</param>
/// <param name="Oldest">When the first of those that anybody could take now was put there; null where there is none.</param>
public sealed record QueueCount(string Name, long Messages, DateTimeOffset? Oldest);

/// <summary>Looks at the queues without taking anything.</summary>
public sealed class QueueCounts(StorageClients clients)
{
    /// <summary>All queues, poison queues included; one that is not there yet holds nothing.</summary>
    /// <exception cref="IOException">The storage does not answer.</exception>
    public Task<IReadOnlyList<QueueCount>> Read(CancellationToken cancellation) => StorageFailures.AsIO<IReadOnlyList<QueueCount>>(async () =>
        await Task.WhenAll(StorageNames.Queues.Select(name => Read(name, cancellation))));

    private async Task<QueueCount> Read(string name, CancellationToken cancellation)
    {
        var queue = clients.Queues.GetQueueClient(name);
        try
        {
            var count = (await queue.GetPropertiesAsync(cancellation)).Value.ApproximateMessagesCountLong;
            var first = count == 0 ? null : (await queue.PeekMessageAsync(cancellation)).Value;
            return new(name, count, first?.InsertedOn);
        }
        catch (RequestFailedException failure) when (failure.Status == 404)
        {
            return new(name, 0, null);
        }
    }
}
