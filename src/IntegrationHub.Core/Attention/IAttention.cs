namespace IntegrationHub.Core.Attention;

/// <summary>What people must settle, and the completions that wait for it.</summary>
public interface IAttention
{
    /// <summary>
    /// Raises an item, or counts it up where it is already there; what is put aside stays so, what was dismissed is new.
    /// </summary>
    /// <returns>Whether it is new.</returns>
    Task<bool> Raise(AttentionItem item, CancellationToken cancellation);

    /// <summary>Notes that the channel heard of an item; nothing happens where it is settled, or raised anew since.</summary>
    Task Note(AttentionItem told, CancellationToken cancellation);

    /// <summary>An open item, or null where it is settled or dismissed.</summary>
    Task<AttentionItem?> Find(string institution, string id, CancellationToken cancellation);

    /// <summary>An institution's items, open and dismissed, the newest first.</summary>
    Task<IReadOnlyList<AttentionItem>> All(string institution, CancellationToken cancellation);

    /// <summary>An institution's open items, the newest first.</summary>
    async Task<IReadOnlyList<AttentionItem>> Open(string institution, CancellationToken cancellation) =>
        [.. (await All(institution, cancellation)).Where(item => item.Dismissal is null)];

    /// <summary>Puts an item aside until a moment.</summary>
    /// <returns>False where it is settled.</returns>
    Task<bool> PutAside(string institution, string id, DateTimeOffset until, CancellationToken cancellation);

    /// <summary>Dismisses an open item, or restores a dismissed one.</summary>
    /// <param name="institution">The tenant.</param>
    /// <param name="id">The item.</param>
    /// <param name="dismissal">When and why; null to restore.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>False where there is no such item.</returns>
    Task<bool> Dismiss(string institution, string id, Dismissal? dismissal, CancellationToken cancellation);

    /// <summary>Takes an item away; nothing happens where it is already settled.</summary>
    Task Settle(string institution, string id, CancellationToken cancellation);

    /// <summary>Lets a completion wait for an item to be settled.</summary>
    /// <returns>What waited for it already under the same event, and does no more; null where nothing did.</returns>
    Task<WaitingCompletion?> Wait(string institution, string id, WaitingCompletion completion, CancellationToken cancellation);

    /// <summary>The completions that wait for an item.</summary>
    IAsyncEnumerable<WaitingCompletion> Waiting(string institution, string id, CancellationToken cancellation);

    /// <summary>Takes a completion away that has gone on, unless it came to wait again meanwhile.</summary>
    Task Done(string institution, string id, WaitingCompletion completion, CancellationToken cancellation);
}

/// <summary>A completion that waits for a person.</summary>
/// <param name="TrackingId">The delivery's tracking id.</param>
/// <param name="EventId">Which event of the delivery; null for all of it.</param>
/// <param name="Payload">Address of the kept delivery.</param>
/// <param name="Version">The stored row's version; null before the first.</param>
public sealed record WaitingCompletion(string TrackingId, string? EventId, string Payload, string? Version = null);
