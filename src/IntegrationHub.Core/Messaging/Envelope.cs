using IntegrationHub.Core.Telemetry;

namespace IntegrationHub.Core.Messaging;

/// <summary>What every message travels in.</summary>
/// <param name="Id">Id of the message's cause: the tracking id of a delivery; the same through all that follows.</param>
/// <param name="Message">What is to be done.</param>
/// <param name="Traceparent">W3C trace context of the sender.</param>
/// <param name="Slot">The slot that was reserved for it in its connection's rate.</param>
/// <param name="Since">Since when it is put off because a system does not answer.</param>
/// <param name="Due">When it was meant to be taken, where it was sent with a delay; the queue itself only says when it was sent.</param>
public sealed record Envelope(
    string Id,
    HubMessage Message,
    string? Traceparent = null,
    DateTimeOffset? Slot = null,
    DateTimeOffset? Since = null,
    DateTimeOffset? Due = null)
{
    /// <summary>A new message in the current trace.</summary>
    public static Envelope Of(string id, HubMessage message) => new(id, message, HubTrace.Parent);

    /// <summary>The tenant.</summary>
    public string Institution => Message.Institution;
}
