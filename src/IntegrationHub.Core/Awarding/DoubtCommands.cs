using IntegrationHub.Core.Attention;
using IntegrationHub.Core.Intake;
using IntegrationHub.Core.Lms;
using IntegrationHub.Core.Messaging;
using IntegrationHub.Core.Model.Awards;
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
    /// <summary>
    /// Takes what waits for an item as a person says. Each completion is kept anew in the hub's own form, under its own event's id, with
    /// the person's word in it, and goes back on the queue.
    /// </summary>
    /// <param name="institution">The tenant.</param>
    /// <param name="item">The item.</param>
    /// <param name="said">Percent, or pass or fail; of a time the day, empty where the stated one is right.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task<TakeVerdict> Take(string institution, string item, string? said, CancellationToken cancellation)
    {
        var tenant = institutions.Get(institution);
        if (await attention.Find(institution, item, cancellation) is not { Subject: ResultSubject or DossierSubject } found
            || found.Cause.Commands is not [{ Name: "take", Asks: var asks }, ..])
            return TakeVerdict.NoItem;
        if (PersonsWord.Read(said, asks, tenant, time.GetUtcNow()) is not { } word)
            return TakeVerdict.Unreadable;
        var taken = new List<StoredDelivery>();
        await foreach (var waiting in attention.Waiting(institution, item, cancellation))
        {
            if (await Read(tenant, waiting, cancellation) is not var (kept, completion))
                return TakeVerdict.ReadDifferently;
            taken.Add(form.Write(kept.Source, word(completion), time.GetUtcNow()) with { Arrived = kept.Arrived ?? kept.Received });
        }

        foreach (var delivery in taken)
            await queues.Send(TrackingId.New(), new DeliveryArrived(institution, delivery), cancellation);
        await held.GiveUp(institution, item, cancellation);
        return TakeVerdict.Taken;
    }

    /// <summary>Says that what waits for an item does not count, and why; the dossier keeps the person's word.</summary>
    public async Task<ActVerdict> Discard(string institution, string item, string? reason, CancellationToken cancellation)
    {
        var found = await attention.Find(institution, item, cancellation);
        AboutDossier? about = found switch
        {
            { Cause: UncertainResult or UncertainTime, Subject: ResultSubject result } => new(result.Learner, result.MicroCredential, 0),
            { Cause: ResultMissing, Subject: DossierSubject dossier } => dossier.About,
            _ => null,
        };
        if (about is null)
            return ActVerdict.NoAward;
        if (AwardCommands.Clean(reason) is not { } why)
            return ActVerdict.ReasonMissing;
        if (why.Length > AwardCommands.LongestReason)
            return ActVerdict.ReasonTooLong;
        var now = time.GetUtcNow();
        await foreach (var waiting in attention.Waiting(institution, item, cancellation))
            await queues.Send(
                TrackingId.New(),
                new ActDecided(institution, about, RegistrarAct.Discarding(waiting.EventId ?? waiting.TrackingId, now, why)),
                cancellation);
        await held.GiveUp(institution, item, cancellation);
        return ActVerdict.Accepted;
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

/// <summary>Verdicts on taking a completion as a person says.</summary>
public enum TakeVerdict
{
    /// <summary>It is on its way.</summary>
    Taken,

    /// <summary>There is no such item, or it is settled already.</summary>
    NoItem,

    /// <summary>What was typed is no result, or no day that can be.</summary>
    Unreadable,

    /// <summary>What waits is read differently by now, or is gone: it is to be tried again.</summary>
    ReadDifferently,
}
