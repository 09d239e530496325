using System.Diagnostics;
using IntegrationHub.Core.Telemetry;

namespace IntegrationHub.Core.Messaging;

/// <summary>A kind of message with what handles it: one registration in its slice.</summary>
/// <param name="Message">The type of the kind.</param>
/// <param name="Kind">Its name.</param>
/// <param name="Handle">Handles one.</param>
/// <param name="Own">Owns one that the host gave up.</param>
public sealed record MessageRoute(
    Type Message, string Kind, Func<Envelope, CancellationToken, Task> Handle, Func<Envelope, CancellationToken, Task> Own);

/// <summary>Leads each message to its handler.</summary>
public sealed class MessageRouter(IEnumerable<MessageRoute> routes)
{
    private readonly Dictionary<Type, MessageRoute> _routes = routes.ToDictionary(route => route.Message);

    /// <summary>Handles a message.</summary>
    public Task Handle(Envelope envelope, CancellationToken cancellation) => Of(envelope).Handle(envelope, cancellation);

    /// <summary>Owns a message that the host gave up.</summary>
    public Task Own(Envelope envelope, CancellationToken cancellation) => Of(envelope).Own(envelope, cancellation);

    /// <summary>The span in which a message is handled; null while nobody listens.</summary>
    /// <param name="queue">The queue that brought it.</param>
    /// <param name="envelope">The message.</param>
    public Activity? Span(string queue, Envelope envelope) =>
        HubTrace.Stage(queue, envelope.Traceparent, envelope.Institution, Of(envelope).Kind, envelope.Id);

    private MessageRoute Of(Envelope envelope) => _routes[envelope.Message.GetType()];
}
