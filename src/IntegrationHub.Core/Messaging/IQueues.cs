using IntegrationHub.Core.Model.Completions;

namespace IntegrationHub.Core.Messaging;

/// <summary>The queues between the stages.</summary>
public interface IQueues
{
    /// <summary>
    /// Puts a message on its queue; it stays until it is done, for ever if need be. A delivery too large for a queue is kept first,
    /// and goes as <see cref="DeliveryKept"/>.
    /// </summary>
    /// <param name="envelope">The message.</param>
    /// <param name="delay">How long it stays hidden, at most seven days; null: not at all.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="IOException">The storage did not take it.</exception>
    Task Send(Envelope envelope, TimeSpan? delay, CancellationToken cancellation);

    /// <summary>Sends a new message in the current trace, to be taken at once.</summary>
    /// <param name="id">Id of its cause.</param>
    /// <param name="message">What is to be done.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="IOException">The storage did not take it.</exception>
    Task Send(string id, HubMessage message, CancellationToken cancellation) => Send(Envelope.Of(id, message), delay: null, cancellation);
}

/// <summary>Raw payloads, kept for a configurable time so that a parser's mistake can be replayed.</summary>
public interface IPayloads
{
    /// <summary>Keeps a delivery under its tracking id; again under the same id changes nothing.</summary>
    /// <returns>Its address.</returns>
    Task<string> Keep(string institution, string trackingId, StoredDelivery delivery, CancellationToken cancellation);

    /// <summary>Keeps a delivery for as long as something in it waits for a person; again under the same name changes nothing.</summary>
    /// <returns>The address under which it is held.</returns>
    Task<string> Hold(string address, string name, CancellationToken cancellation);

    /// <summary>Keeps a held delivery for the usual time from now on; the hold itself stays until it is dropped.</summary>
    /// <returns>Null where it was erased.</returns>
    Task<FreedDelivery?> Free(string heldAddress, DateTimeOffset now, CancellationToken cancellation);

    /// <summary>Ends a hold, once what waited has gone on; nothing happens where it has ended.</summary>
    /// <param name="heldAddress">Where the delivery is held.</param>
    /// <param name="hold">The hold that was freed: a later one at the same address stays. Null: whichever there is.</param>
    /// <param name="cancellation">Ends the wait.</param>
    Task Drop(string heldAddress, string? hold, CancellationToken cancellation);

    /// <summary>Deletes the payloads of the days before a moment.</summary>
    /// <returns>How many.</returns>
    Task<int> Purge(DateTimeOffset before, CancellationToken cancellation);

    /// <summary>Reads a delivery by its address.</summary>
    /// <returns>Null where its time is over, or it was erased.</returns>
    Task<StoredDelivery?> Read(string address, CancellationToken cancellation);

    /// <summary>Deletes every kept delivery of an institution, waiting ones and poison included, that is to go.</summary>
    /// <param name="institution">The tenant.</param>
    /// <param name="isToGo">Whether a delivery is.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>How many were deleted.</returns>
    Task<int> Erase(string institution, Func<StoredDelivery, Task<bool>> isToGo, CancellationToken cancellation);
}

/// <summary>A held delivery that is kept for the usual time again.</summary>
/// <param name="Address">Where it is kept.</param>
/// <param name="Hold">Which hold was freed.</param>
public sealed record FreedDelivery(string Address, string Hold);
