using IntegrationHub.Core.Messaging;
using IntegrationHub.Core.Model.Awards;

namespace IntegrationHub.Core.Attention;

/// <summary>What people do with any item: each act puts a command on a queue, never calls a stage.</summary>
public sealed class AttentionCommands(IAttention attention, HeldCompletions held, IDossiers dossiers, IQueues queues)
{
    /// <summary>For how long an item is put aside.</summary>
    public const int DaysAside = 30;

    /// <summary>Lets what waits for an item go on, as its cause says.</summary>
    /// <remarks>An item about an award for which nothing is left to do is settled: it would only fail again.</remarks>
    public async Task<RetryVerdict> Retry(string institution, string item, CancellationToken cancellation)
    {
        if (await attention.Find(institution, item, cancellation) is not { } found)
            return RetryVerdict.NoItem;
        if (found.Cause.Retry(found) is not { } retrial)
            return RetryVerdict.NoItem;
        if (retrial.Message.NamedAward is { } award
            && (await dossiers.Read(award.Dossier, cancellation)).IsGone(award.Cycle, retrial.Message.NamedStep))
        {
            await attention.Settle(institution, item, cancellation);
            return RetryVerdict.AwardGone;
        }

        await queues.Send(TrackingId.New(), retrial.Message, cancellation);
        if (retrial.Settles)
            await attention.Settle(institution, item, cancellation);
        return RetryVerdict.Sent;
    }

    /// <summary>
    /// Puts an item out of the way for <see cref="DaysAside"/> days; what waits for it goes on waiting, and goes on once it is settled.
    /// </summary>
    /// <returns>False where it is settled.</returns>
    public Task<bool> PutAside(string institution, string item, DateTimeOffset now, CancellationToken cancellation) =>
        attention.PutAside(institution, item, now.AddDays(DaysAside), cancellation);

    /// <summary>
    /// Takes an item out of the way for good, unless an award, or a completion that may become one, waits for its answer. It can be
    /// restored for <see cref="Dismissal.DaysKept"/> days.
    /// </summary>
    public async Task<DismissVerdict> Dismiss(
        string institution,
        string item,
        string? reason,
        DateTimeOffset now,
        CancellationToken cancellation)
    {
        var found = await attention.Find(institution, item, cancellation);
        if (found is { IsNeeded: true } || await held.Holds(institution, item, cancellation))
            return DismissVerdict.Needed;
        if (found is null)
            return DismissVerdict.NoItem;
        if (StatedReason.Clean(reason) is not { Length: <= StatedReason.Longest } why)
            return DismissVerdict.ReasonMissing;
        return await attention.Dismiss(institution, item, new(now, why), cancellation) ? DismissVerdict.Dismissed : DismissVerdict.NoItem;
    }

    /// <summary>Brings back what was dismissed.</summary>
    /// <returns>False where there is no such item.</returns>
    public Task<bool> Restore(string institution, string item, CancellationToken cancellation) =>
        attention.Dismiss(institution, item, null, cancellation);
}

/// <summary>Verdicts on trying an item again.</summary>
public enum RetryVerdict
{
    /// <summary>What waited is on its way.</summary>
    Sent,

    /// <summary>There is no such item, it is settled already, or it holds what only another release can send.</summary>
    NoItem,

    /// <summary>The award is erased or never was: the item is settled.</summary>
    AwardGone,
}

/// <summary>Verdicts on dismissing an item.</summary>
public enum DismissVerdict
{
    /// <summary>It is among the dismissed.</summary>
    Dismissed,

    /// <summary>Something waits for its answer, and it stays.</summary>
    Needed,

    /// <summary>No reason was given, or one of more than <see cref="StatedReason.Longest"/> characters.</summary>
    ReasonMissing,

    /// <summary>There is no such item, or it is settled already.</summary>
    NoItem,
}
