using IntegrationHub.Core.Messaging;
using IntegrationHub.Core.Model.Completions;

namespace IntegrationHub.Core.Attention;

/// <summary>
/// Where completions wait for a person (law 8), each with a copy of its delivery that outlives the days for which
/// payloads are kept, and that goes when the completion does.
/// </summary>
public sealed class HeldCompletions(IAttention attention, IPayloads payloads, IQueues queues, TimeProvider time) : IHandle<ReleaseHeld>
{
    /// <summary>Holds what is to wait; the item that it waits for is raised with it.</summary>
    /// <param name="trackingId">The delivery's tracking id.</param>
    /// <param name="eventId">Which event of the delivery; null for all of it.</param>
    /// <param name="address">Where the delivery is kept.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task<WaitingCompletion> Hold(string trackingId, string? eventId, string address, CancellationToken cancellation) =>
        new(trackingId, eventId, await payloads.Hold(address, eventId ?? trackingId, cancellation));

    /// <summary>Lets what is held wait for an item; an earlier delivery of the same event waits no more.</summary>
    public async Task Wait(string institution, string item, WaitingCompletion waiting, CancellationToken cancellation)
    {
        if (await attention.Wait(institution, item, waiting, cancellation) is { } earlier && earlier.Payload != waiting.Payload)
            await payloads.Drop(earlier.Payload, hold: null, cancellation);
    }

    /// <inheritdoc/>
    public Task Handle(ReleaseHeld message, Envelope envelope, CancellationToken cancellation) =>
        Release(message.Institution, message.Item, cancellation);

    /// <summary>An item is settled: what waits for it goes back on the queue.</summary>
    public async Task Release(string institution, string item, CancellationToken cancellation)
    {
        // Settled first: what comes to wait again raises an item of its own.
        await attention.Settle(institution, item, cancellation);
        await foreach (var waiting in attention.Waiting(institution, item, cancellation))
        {
            if (await payloads.Free(waiting.Payload, time.GetUtcNow(), cancellation) is { } freed)
            {
                await queues.Send(waiting.TrackingId, new DeliveryKept(institution, freed.Address, waiting.EventId), cancellation);
                await payloads.Drop(waiting.Payload, freed.Hold, cancellation);
            }

            await attention.Done(institution, item, waiting, cancellation);
        }
    }

    /// <summary>The delivery of what waits; null where it is gone.</summary>
    public Task<StoredDelivery?> Read(WaitingCompletion waiting, CancellationToken cancellation) =>
        payloads.Read(waiting.Payload, cancellation);

    /// <summary>An item is answered: what was answered waits no more, and what came to wait meanwhile goes back on the queue.</summary>
    public async Task Answered(
        string institution,
        string item,
        IEnumerable<WaitingCompletion> answered,
        CancellationToken cancellation)
    {
        foreach (var waiting in answered)
            await End(institution, item, waiting, cancellation);
        await Release(institution, item, cancellation);
    }

    /// <summary>Whether anything waits for an item.</summary>
    public async Task<bool> Holds(string institution, string item, CancellationToken cancellation)
    {
        await foreach (var _ in attention.Waiting(institution, item, cancellation))
            return true;
        return false;
    }

    /// <summary>
    /// Gives up what waits for an item, as an erasure must, and takes it away; last, so that what is cut short is seen and done again.
    /// </summary>
    public async Task GiveUp(string institution, string item, CancellationToken cancellation)
    {
        await foreach (var waiting in attention.Waiting(institution, item, cancellation))
            await End(institution, item, waiting, cancellation);
        await attention.Settle(institution, item, cancellation);
    }

    /// <summary>Gives up one of what waits for an item, and the item with the last.</summary>
    public async Task GiveUp(string institution, string item, WaitingCompletion waiting, CancellationToken cancellation)
    {
        await End(institution, item, waiting, cancellation);
        if (!await Holds(institution, item, cancellation))
            await attention.Settle(institution, item, cancellation);
    }

    private async Task End(string institution, string item, WaitingCompletion waiting, CancellationToken cancellation)
    {
        await payloads.Drop(waiting.Payload, hold: null, cancellation);
        await attention.Done(institution, item, waiting, cancellation);
    }
}
