using IntegrationHub.Core.Messaging;
using IntegrationHub.Core.Model.Completions;

namespace IntegrationHub.Core.Attention;

/// <summary>Brings to people what failed for good by a mistake in the hub (law 8), as it is: it can be sent again.</summary>
public sealed class FailedMessages(IPayloads payloads, AttentionRaiser attention, IMessageTexts texts, TimeProvider time)
{
    /// <summary>Asks a person to have a message sent again.</summary>
    /// <param name="message">The message.</param>
    /// <param name="detail">What went wrong; null where only the log says it.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public Task Ask(HubMessage message, string? detail, CancellationToken cancellation) =>
        attention.MessageFailed(message.Institution, message.Queue, texts.Write(message), waiting: null, cancellation, detail);

    /// <summary>Takes text off a poison queue that is no message of the hub's: it is kept, and a person told where.</summary>
    public async Task Keep(string queue, string text, CancellationToken cancellation)
    {
        var delivery = new StoredDelivery(queue, time.GetUtcNow(), new Dictionary<string, string>(), text);
        var address = await payloads.Keep(AttentionItem.OfTheHub, TrackingId.New(), delivery, cancellation);
        await attention.MessageFailed(AttentionItem.OfTheHub, queue, address, waiting: null, cancellation);
    }
}
