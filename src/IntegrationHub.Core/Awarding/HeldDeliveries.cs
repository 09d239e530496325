using IntegrationHub.Core.Attention;
using IntegrationHub.Core.Intake;
using IntegrationHub.Core.Messaging;

namespace IntegrationHub.Core.Awarding;

/// <summary>Lets deliveries wait for a person, behind the attention item that asks.</summary>
public sealed class HeldDeliveries(HeldCompletions held, AttentionRaiser attention)
{
    /// <summary>Lets one that cannot be read wait.</summary>
    /// <param name="delivery">The delivery, or the event of it that cannot be read.</param>
    /// <param name="trackingId">Its tracking id.</param>
    /// <param name="source">The source.</param>
    /// <param name="fault">Why it cannot be read.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task Unreadable(DeliveryKept delivery, string trackingId, string source, string fault, CancellationToken cancellation)
    {
        var waiting = await Hold(delivery, trackingId, cancellation);
        await attention.Raise(UnreadableDelivery.Of(delivery.Institution, source, fault, waiting), waiting, cancellation);
    }

    /// <summary>Lets one wait for an item.</summary>
    public async Task Wait(DeliveryKept delivery, string trackingId, AttentionItem item, CancellationToken cancellation) =>
        await attention.Raise(item, await Hold(delivery, trackingId, cancellation), cancellation);

    /// <summary>Lets go on what waits for an item.</summary>
    public Task Release(AttentionItem item, CancellationToken cancellation) => held.Release(item.Institution, item.Id, cancellation);

    private Task<WaitingCompletion> Hold(DeliveryKept delivery, string trackingId, CancellationToken cancellation) =>
        held.Hold(trackingId, delivery.EventId, delivery.Address, cancellation);
}
