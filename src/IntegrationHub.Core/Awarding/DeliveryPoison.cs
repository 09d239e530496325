using IntegrationHub.Core.Attention;
using IntegrationHub.Core.Intake;
using IntegrationHub.Core.Messaging;

namespace IntegrationHub.Core.Awarding;

/// <summary>A delivery at which the hub itself failed waits, with its payload, to be taken again (law 8).</summary>
public sealed class DeliveryPoison(IPayloads payloads, HeldCompletions held, FailedMessages failed)
    : IOwnPoison<DeliveryArrived>,
        IOwnPoison<DeliveryKept>
{
    /// <inheritdoc/>
    public async Task Own(DeliveryArrived message, Envelope envelope, CancellationToken cancellation) =>
        await Own(await payloads.Keep(message, envelope, cancellation), envelope, cancellation);

    /// <inheritdoc/>
    public async Task Own(DeliveryKept message, Envelope envelope, CancellationToken cancellation)
    {
        var waiting = await held.Hold(envelope.Id, message.EventId, message.Address, cancellation);
        await failed.Wait(message, envelope.Id, waiting, cancellation);
    }
}

internal static class ArrivedDeliveries
{
    /// <summary>Keeps a delivery that the queue brought.</summary>
    public static async Task<DeliveryKept> Keep(
        this IPayloads payloads,
        DeliveryArrived message,
        Envelope envelope,
        CancellationToken cancellation
    ) => new(message.Institution, await payloads.Keep(message.Institution, envelope.Id, message.Delivery, cancellation));
}
