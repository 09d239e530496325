using IntegrationHub.Core.Attention;
using IntegrationHub.Core.Intake;
using IntegrationHub.Core.Lms;
using IntegrationHub.Core.Messaging;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;

namespace IntegrationHub.Core.Awarding;

/// <summary>What a person says of completions that wait for a doubt: what counts in its place, or that they do not count.</summary>
public sealed class DoubtCommands(
    IAttention attention,
    HeldCompletions held,
    Readers readers,
    IReconciledForm form,
    IInstitutions institutions,
    IQueues queues,
    TimeProvider time)
{
    /// <summary>Takes what waits for an item as a person says.</summary>
    /// <param name="institution">The tenant.</param>
    /// <param name="item">The item.</param>
    /// <param name="said">Percent, or pass or fail; of a time the day, empty where the stated one is right.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task<DoubtVerdict> Take(string institution, string item, string? said, CancellationToken cancellation)
    {
        var tenant = institutions.Get(institution);
        return await Asked(institution, item, cancellation) is not { } asks ? DoubtVerdict.NoItem
            : PersonsWord.Read(said, asks, tenant, time.GetUtcNow()) is { } word ? await Settle(tenant, item, word, cancellation)
            : DoubtVerdict.Unreadable;
    }

    /// <summary>
    /// Says that what waits for an item does not count, and why: the dossier keeps it, and what comes again is not asked again.
    /// </summary>
    public async Task<DoubtVerdict> Discard(string institution, string item, string? reason, CancellationToken cancellation)
    {
        if (await Asked(institution, item, cancellation) is null)
            return DoubtVerdict.NoItem;
        return StatedReason.Clean(reason) is { Length: <= StatedReason.Longest } why
            ? await Settle(institutions.Get(institution), item, PersonsWord.Discarding(why, time.GetUtcNow()), cancellation)
            : DoubtVerdict.Unreadable;
    }

    private async Task<CommandInput?> Asked(string institution, string item, CancellationToken cancellation) =>
        (await attention.Find(institution, item, cancellation))?.Cause is (UncertainResult or UncertainTime or ResultMissing) and var cause
            ? cause.Commands[0].Asks
            : null;

    /// <summary>
    /// Each completion is kept anew in the hub's own form, under its own event's id, with the person's word in it, and goes back on the
    /// queue.
    /// </summary>
    private async Task<DoubtVerdict> Settle(
        Institution institution,
        string item,
        Func<Completion, Completion> word,
        CancellationToken cancellation)
    {
        var settled = new List<(WaitingCompletion Waiting, StoredDelivery Delivery)>();
        await foreach (var waiting in attention.Waiting(institution.Id, item, cancellation))
        {
            if (await Read(institution, waiting, cancellation) is not var (kept, completion))
                return DoubtVerdict.ReadDifferently;
            settled.Add((
                waiting,
                form.Write(kept.Source, word(completion), time.GetUtcNow()) with { Arrived = kept.Arrived ?? kept.Received }));
        }

        foreach (var (_, delivery) in settled)
            await queues.Send(TrackingId.New(), new DeliveryArrived(institution.Id, delivery), cancellation);
        await held.Answered(institution.Id, item, settled.Select(one => one.Waiting), cancellation);
        return DoubtVerdict.Settled;
    }

    private async Task<(StoredDelivery Kept, Completion Completion)?> Read(
        Institution institution,
        WaitingCompletion waiting,
        CancellationToken cancellation) =>
        await held.Read(waiting, cancellation) is { } kept
        && institution.Sources.GetValueOrDefault(kept.Source) is { } source
        && readers.Read(source, kept).Completions.FirstOrDefault(read => read.EventId == waiting.EventId) is { } completion
            ? (kept, completion)
            : null;
}

/// <summary>Verdicts on what a person says of a doubtful completion.</summary>
public enum DoubtVerdict
{
    /// <summary>It is on its way.</summary>
    Settled,

    /// <summary>There is no such item, or it is settled already.</summary>
    NoItem,

    /// <summary>What was typed is no result, no day that can be, or no reason.</summary>
    Unreadable,

    /// <summary>What waits is read differently by now, or is gone: it is to be tried again.</summary>
    ReadDifferently,
}
