namespace IntegrationHub.Core.Messaging;

/// <summary>Does what messages of a kind ask for. The same message again changes nothing (law 2).</summary>
/// <typeparam name="T">The kind.</typeparam>
public interface IHandle<in T>
    where T : HubMessage
{
    /// <summary>Handles one message. What it throws is a mistake in the hub: the host tries again, then gives up.</summary>
    /// <param name="message">The message.</param>
    /// <param name="envelope">What it came in.</param>
    /// <param name="cancellation">Ends the wait.</param>
    Task Handle(T message, Envelope envelope, CancellationToken cancellation);
}

/// <summary>
/// Owns messages of a kind that the host gave up (law 8). Kinds without one become an attention item that sends them again.
/// </summary>
/// <typeparam name="T">The kind.</typeparam>
public interface IOwnPoison<in T>
    where T : HubMessage
{
    /// <summary>Brings one message to people. What it throws leaves the message where it is, to be tried again.</summary>
    /// <param name="message">The message.</param>
    /// <param name="envelope">What it came in.</param>
    /// <param name="cancellation">Ends the wait.</param>
    Task Own(T message, Envelope envelope, CancellationToken cancellation);
}
