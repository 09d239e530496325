using System.Collections.Concurrent;
using Azure;
using Azure.Storage.Queues;
using IntegrationHub.Core.Intake;
using IntegrationHub.Core.Messaging;

namespace IntegrationHub.Storage;

internal sealed class Queues(StorageClients clients, IPayloads payloads, TimeProvider time) : IQueues
{
    /// <summary>What fits into a queue message of 64 KiB once it is base64.</summary>
    private const int LargestMessage = 48 * 1024;

    private static readonly TimeSpan ForEver = TimeSpan.FromSeconds(-1);

    private readonly ConcurrentDictionary<string, QueueClient> _queues = new();

    public async Task Send(Envelope envelope, TimeSpan? delay, CancellationToken cancellation)
    {
        var hidden = Whole(delay);
        envelope = envelope with { Due = time.GetUtcNow() + hidden };
        try
        {
            var message = Messages.Write(envelope);
            if (message.ToMemory().Length > LargestMessage && envelope.Message is DeliveryArrived arrived)
            {
                var address = await payloads.Keep(envelope.Institution, envelope.Id, arrived.Delivery, cancellation);
                message = Messages.Write(envelope with { Message = new DeliveryKept(arrived.Institution, address) });
            }

            await _queues
                .GetOrAdd(envelope.Message.Queue, clients.Queues.GetQueueClient)
                .SendMessageAsync(message, hidden, ForEver, cancellation);
        }
        catch (RequestFailedException failure)
        {
            throw new IOException($"The storage did not take a message for the queue '{envelope.Message.Queue}'.", failure);
        }
    }

    /// <summary>Queues hide messages for whole seconds.</summary>
    private static TimeSpan? Whole(TimeSpan? delay) =>
        delay is { } wait && wait > TimeSpan.Zero ? TimeSpan.FromSeconds(Math.Ceiling(wait.TotalSeconds)) : null;
}
