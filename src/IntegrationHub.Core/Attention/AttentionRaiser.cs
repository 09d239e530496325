using IntegrationHub.Core.Messaging;

namespace IntegrationHub.Core.Attention;

/// <summary>Brings to people what is theirs to settle (laws 8 and 10), and tells the channel of each item once.</summary>
public sealed class AttentionRaiser(IAttention attention, HeldCompletions held, IQueues queues, TimeProvider time)
{
    /// <summary>Raises an item; one that is open already counts up.</summary>
    public async Task Raise(AttentionItem item, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (!await attention.Raise(item with { First = now, Last = now }, cancellation) || !item.Alerts)
            return;
        var alert = Envelope.Of(TrackingId.New(), item.Institution, MessageKinds.Alert, item.Id);
        await queues.Send(QueueNames.Notices, alert, delay: null, cancellation);
    }

    /// <summary>Raises an item that a completion waits for.</summary>
    public async Task Raise(AttentionItem item, WaitingCompletion waiting, CancellationToken cancellation)
    {
        await held.Wait(item.Institution, item.Id, waiting, cancellation);
        await Raise(item, cancellation);
    }

    /// <summary>Raises an item unless it is open already.</summary>
    public async Task RaiseOnce(AttentionItem item, CancellationToken cancellation)
    {
        if (await attention.Find(item.Institution, item.Id, cancellation) is null)
            await Raise(item, cancellation);
    }

    /// <summary>Raises an item unless it is open already and says the same.</summary>
    public async Task RaiseIfChanged(AttentionItem item, CancellationToken cancellation)
    {
        if ((await attention.Find(item.Institution, item.Id, cancellation))?.Detail != item.Detail)
            await Raise(item, cancellation);
    }

    /// <summary>Takes an item away; nothing happens where it is not open.</summary>
    public Task Settle(AttentionItem item, CancellationToken cancellation) => attention.Settle(item.Institution, item.Id, cancellation);
}
