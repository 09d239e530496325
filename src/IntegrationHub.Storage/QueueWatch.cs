using System.Text.Json;
using Azure;
using Azure.Storage.Queues.Models;
using IntegrationHub.Core.Monitoring;

namespace IntegrationHub.Storage;

/// <summary>
/// A queue's length from its properties, its oldest age from the messages in front: those that are hidden are in work, or put off.
/// </summary>
public sealed class QueueWatch(StorageClients clients, TimeProvider time) : IQueueWatch
{
    /// <summary>The most that one look shows; the front is about the oldest.</summary>
    private const int Front = 32;

    /// <inheritdoc/>
    /// <exception cref="IOException">The storage does not do what it is asked.</exception>
    public Task<IReadOnlyList<QueueReading>> Read(CancellationToken cancellation) => StorageFailures.AsIO(async () =>
    {
        IReadOnlyList<QueueReading> all = await Task.WhenAll(StorageNames.Queues.Select(name => Read(name, cancellation)));
        return all;
    });

    private async Task<QueueReading> Read(string name, CancellationToken cancellation)
    {
        try
        {
            var queue = clients.Queues.GetQueueClient(name);
            QueueProperties properties = await queue.GetPropertiesAsync(cancellation);
            if (properties.ApproximateMessagesCount == 0)
                return new(name, 0, TimeSpan.Zero);
            PeekedMessage[] front = await queue.PeekMessagesAsync(Front, cancellation);
            var age = front.Length == 0 ? TimeSpan.Zero : time.GetUtcNow() - front.Min(TakeableSince);
            return new(name, properties.ApproximateMessagesCount, age > TimeSpan.Zero ? age : TimeSpan.Zero);
        }
        catch (RequestFailedException failure) when (failure.ErrorCode == QueueErrorCode.QueueNotFound)
        {
            return new(name, 0, TimeSpan.Zero);
        }
    }

    /// <summary>Since when it could be taken: a message that was put off until now has not waited.</summary>
    private static DateTimeOffset TakeableSince(PeekedMessage message)
    {
        var sent = message.InsertedOn ?? DateTimeOffset.MaxValue;
        try
        {
            return Messages.Read(message.Body.ToString()).Due is { } due && due > sent ? due : sent;
        }
        catch (Exception failure) when (failure is JsonException or NewerShapeException)
        {
            return sent; // No message of the hub's, on its way to poison; or one that waits for a newer release.
        }
    }
}
