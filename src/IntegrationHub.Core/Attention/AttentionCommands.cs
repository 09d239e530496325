using IntegrationHub.Core.Learners;
using IntegrationHub.Core.Messaging;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Steps;

namespace IntegrationHub.Core.Attention;

/// <summary>What people do: each act puts a command on a queue, never calls a stage.</summary>
public sealed class AttentionCommands(IDossiers dossiers, IInstitutions institutions, LearnerMatcher matcher, IAttention attention, HeldCompletions held, IQueues queues, IMessageTexts texts)
{
    /// <summary>Replays a step of an award, or all that failed.</summary>
    /// <returns>The steps that are replayed; null where there is no such award.</returns>
    public async Task<IReadOnlyList<StepName>?> Replay(AwardId id, StepName? only, CancellationToken cancellation)
    {
        var dossier = await dossiers.Read(id.Dossier, cancellation);
        if (dossier.Award(id.Cycle) is not { } award)
            return null;
        var steps = award.Steps
            .Where(step => only is null ? step.State == StepState.Failed : step.Name == only && step.State != StepState.Done)
            .Select(step => step.Name)
            .ToList();
        foreach (var step in steps)
            await queues.Send(TrackingId.New(), new StepReplay(id, step), cancellation);
        return steps;
    }

    /// <summary>Says which student one of a source's names of a learner is; completions that waited for it go on.</summary>
    /// <exception cref="IntegrationHub.Core.Failures.OutsideException">The SIS did not answer.</exception>
    public async Task<Identified> Identify(string institutionId, string source, LearnerReference reference, string studentNumber, CancellationToken cancellation)
    {
        if (!institutions.TryGet(institutionId, out var institution))
            return new(IdentifyVerdict.UnknownInstitution, null);
        if (!institution.Sources.ContainsKey(source))
            return new(IdentifyVerdict.UnknownSource, null);
        var learner = await matcher.Remember(institution, source, studentNumber, [reference], cancellation);
        if (learner is null)
            return new(IdentifyVerdict.UnknownStudent, null);
        await Release(institution, source, reference, cancellation);
        return new(IdentifyVerdict.Remembered, learner);
    }

    /// <summary>Says which student the learner of an attention item is, who is unknown or may be several.</summary>
    /// <returns><see cref="IdentifyVerdict.NothingWaits"/> where the item is settled, or names nobody.</returns>
    /// <exception cref="IntegrationHub.Core.Failures.OutsideException">The SIS did not answer.</exception>
    public async Task<IdentifyVerdict> Identify(string institution, string item, string studentNumber, CancellationToken cancellation) =>
        await attention.Find(institution, item, cancellation) is { } found && UncertainLearner.Causes.Contains(found.Cause) && LearnerReference.TryParse(found.Subject, out var reference)
            ? (await Identify(institution, found.Source, reference, studentNumber, cancellation)).Verdict
            : IdentifyVerdict.NothingWaits;

    /// <summary>Lets what waits for an attention item go on; a failed step is replayed.</summary>
    /// <returns>False where there is no such item.</returns>
    public async Task<bool> Retry(string institution, string item, CancellationToken cancellation)
    {
        if (await attention.Find(institution, item, cancellation) is not { } found)
            return false;
        if (found is { Cause: Cause.StepFailed, Award: { } award, Step: { } step })
            return await Replay(award, step, cancellation) is not null;
        if (found is { Cause: Cause.MessageFailed, Subject: { } subject } && texts.Read(institution, subject) is { } message)
        {
            await queues.Send(TrackingId.New(), message, cancellation);
            await attention.Settle(institution, item, cancellation);
            return true;
        }

        await queues.Send(TrackingId.New(), new ReleaseHeld(institution, item), cancellation);
        return true;
    }

    /// <summary>For how long an item is put aside.</summary>
    public const int DaysAside = 30;

    /// <summary>Puts an item out of the way for <see cref="DaysAside"/> days; what waits for it goes on waiting, and goes on once it is settled.</summary>
    /// <returns>False where it is settled.</returns>
    public Task<bool> PutAside(string institution, string item, DateTimeOffset now, CancellationToken cancellation) =>
        attention.PutAside(institution, item, now.AddDays(DaysAside), cancellation);

    /// <summary>Takes an item away, unless an award, or a completion that may become one, waits for its answer.</summary>
    public async Task<DismissVerdict> Dismiss(string institution, string item, CancellationToken cancellation)
    {
        var found = await attention.Find(institution, item, cancellation);
        if (found is { IsNeeded: true } || await held.Holds(institution, item, cancellation))
            return DismissVerdict.Needed;
        if (found is null)
            return DismissVerdict.NoItem;
        await attention.Settle(institution, item, cancellation);
        return DismissVerdict.Dismissed;
    }

    /// <summary>Lets go on what waits for the learner; by another name than the item bears, all of the source's try again.</summary>
    private async Task Release(Institution institution, string source, LearnerReference reference, CancellationToken cancellation)
    {
        var named = false;
        foreach (var item in UncertainLearner.Items(institution, source, [reference], matcher))
            named |= await Retry(institution.Id, item, cancellation);
        if (named)
            return;
        foreach (var item in await attention.Open(institution.Id, cancellation))
        {
            if (UncertainLearner.Causes.Contains(item.Cause) && item.Source == source)
                await Retry(institution.Id, item.Id, cancellation);
        }
    }
}

/// <summary>What came of naming a learner.</summary>
/// <param name="Verdict">The verdict.</param>
/// <param name="Learner">The learner's id, where remembered.</param>
public sealed record Identified(IdentifyVerdict Verdict, string? Learner);

/// <summary>Verdicts on naming a learner.</summary>
public enum IdentifyVerdict
{
    /// <summary>Remembered; what waited goes on.</summary>
    Remembered,

    /// <summary>No such institution in force.</summary>
    UnknownInstitution,

    /// <summary>The institution has no such source.</summary>
    UnknownSource,

    /// <summary>The SIS knows no such student number.</summary>
    UnknownStudent,

    /// <summary>The attention item is settled, or its source named nobody.</summary>
    NothingWaits,
}

/// <summary>Verdicts on dismissing an item.</summary>
public enum DismissVerdict
{
    /// <summary>It is gone.</summary>
    Dismissed,

    /// <summary>Something waits for its answer, and it stays.</summary>
    Needed,

    /// <summary>There is no such item, or it is settled already.</summary>
    NoItem,
}
