using IntegrationHub.Core.Messaging;
using IntegrationHub.Core.Model.Completions;

namespace IntegrationHub.Core.Attention;

/// <summary>Brings to people what failed for good by a mistake in the hub (law 8).</summary>
public sealed class FailedMessages(IPayloads payloads, AttentionRaiser attention, MessageFailed cause, TimeProvider time)
{
    /// <summary>Asks a person to have a message sent again.</summary>
    /// <param name="message">The message.</param>
    /// <param name="detail">What went wrong; null where only the log says it.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public Task Ask(HubMessage message, string? detail, CancellationToken cancellation) =>
        attention.Raise(cause.Of(message, detail), cancellation);

    /// <summary>A delivery waits to be taken again.</summary>
    public Task Wait(DeliveryKept delivery, string trackingId, WaitingCompletion waiting, CancellationToken cancellation) =>
        attention.Raise(cause.Of(delivery.Institution, delivery.Queue, trackingId), waiting, cancellation);

    /// <summary>A kept delivery is gone although something in it was still to be done.</summary>
    public Task PayloadGone(DeliveryKept delivery, string trackingId, CancellationToken cancellation) =>
        attention.Raise(
            cause.Of(delivery.Institution, delivery.Queue, trackingId, "The kept payload is gone: its time was over, or it was erased."),
            cancellation);

    /// <summary>The channel cannot be told of something that people must settle: it is not told of that either.</summary>
    public Task Channel(string institution, string? detail, CancellationToken cancellation) =>
        attention.Raise(cause.OfChannel(institution, detail), cancellation);

    /// <summary>Takes text off a poison queue that is no message of the hub's: it is kept, and a person told where.</summary>
    /// <param name="institution">The tenant that it names; <see cref="AttentionItem.OfTheHub"/> where it names none.</param>
    /// <param name="queue">The queue.</param>
    /// <param name="text">The text.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task Keep(string institution, string queue, string text, CancellationToken cancellation)
    {
        var delivery = new StoredDelivery(queue, time.GetUtcNow(), new Dictionary<string, string>(), text);
        var address = await payloads.Keep(institution, TrackingId.New(), delivery, cancellation);
        await attention.Raise(cause.Of(institution, queue, address), cancellation);
    }
}
