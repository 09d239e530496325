namespace IntegrationHub.Core.Model.Awards;

/// <summary>
/// Everything the hub knows of one learner's way to one micro-credential: the evidence, the decision, the awards, the timeline. Read and
/// written as one.
/// </summary>
public sealed record Dossier
{
    /// <summary>Its key.</summary>
    public required DossierId Id { get; init; }

    /// <summary>All evidence so far.</summary>
    public IReadOnlyList<Evidence> Evidence { get; init; } = [];

    /// <summary>What people decided.</summary>
    public IReadOnlyList<RegistrarAct> Acts { get; init; } = [];

    /// <summary>The awards of others that its decision may rest on, each in its newest revision.</summary>
    public IReadOnlyList<StackedCredential> Parts { get; init; } = [];

    /// <summary>The decision over the newest cycle, if there is one.</summary>
    public Decision? Decision { get; init; }

    /// <summary>The decision row's version; null before the first decision.</summary>
    public string? Version { get; init; }

    /// <summary>The awards, by cycle.</summary>
    public IReadOnlyList<Award> Awards { get; init; } = [];

    /// <summary>What happened, oldest first.</summary>
    public IReadOnlyList<TimelineEntry> Timeline { get; init; } = [];

    /// <summary>Whether a person said that an event does not count.</summary>
    internal bool HasDiscarded(string eventId) => Evidence.Any(item => item.EventId == eventId && item.Discarded is not null);

    /// <summary>The award of a cycle, if there is one.</summary>
    public Award? Award(int cycle) => Awards.FirstOrDefault(award => award.Id.Cycle == cycle);

    /// <summary>
    /// Whether there is nothing left to do for a step: the award was never there, or its learner was erased. What takes a credential
    /// back holds of an erased award too, because anybody may still have a copy.
    /// </summary>
    /// <param name="cycle">The award’s cycle.</param>
    /// <param name="step">The step; null for what people say of the award, which holds of an erased one too.</param>
    public bool IsGone(int cycle, StepName? step) =>
        Award(cycle) is not { } award
        || (step is { } name
            && IsErased(cycle)
            && award.Steps.FirstOrDefault(one => one.Name == name) is not { Goal: not CredentialStatus.Valid });

    /// <summary>Whether what a cycle told of the learner was erased.</summary>
    public bool IsErased(int cycle) => Acts.Any(act => act.Kind == ActKind.Erased && act.Cycle >= cycle);
}

/// <summary>Something that happened to an award or on the way to it.</summary>
/// <param name="Cycle">Which award of the dossier.</param>
/// <param name="At">When.</param>
/// <param name="Event">What: a key of the texts under <c>timeline.</c></param>
/// <param name="Step">Which step, if one.</param>
/// <param name="Detail">The other side's id, or what went wrong; without personal data.</param>
public sealed record TimelineEntry(int Cycle, DateTimeOffset At, TimelineEvent Event, StepName? Step = null, string? Detail = null);

/// <summary>Kinds of timeline entries.</summary>
public enum TimelineEvent
{
    /// <summary>The award was decided.</summary>
    Awarded,

    /// <summary>The other side took it and will confirm.</summary>
    Submitted,

    /// <summary>A step is done.</summary>
    Done,

    /// <summary>A step could not be done now and will be tried again.</summary>
    Postponed,

    /// <summary>A step failed for good.</summary>
    Failed,

    /// <summary>A person replayed a step.</summary>
    Replayed,

    /// <summary>A notice may have been sent before: sent again with the same notice id after a worker was lost.</summary>
    Repeated,

    /// <summary>Later evidence speaks against the award, and it stands nevertheless: by policy, or by a person's word.</summary>
    Contradicted,

    /// <summary>It is suspended: by policy, or by a person.</summary>
    Suspended,

    /// <summary>It stands again.</summary>
    Resumed,

    /// <summary>A person said that it stands, as it did.</summary>
    Upheld,

    /// <summary>It is revoked: by policy, or by a person.</summary>
    Revoked,

    /// <summary>The learner's data were erased.</summary>
    Erased,

    /// <summary>It is earned, and policy leaves the word to a person.</summary>
    Held,

    /// <summary>A person approved it.</summary>
    Approved,

    /// <summary>A person did not approve it.</summary>
    Declined,

    /// <summary>Later evidence speaks against the award, and a person is asked.</summary>
    Questioned,

    /// <summary>It is awarded again after a revocation.</summary>
    Reawarded,

    /// <summary>It renews an earlier one.</summary>
    Renewed,

    /// <summary>Evidence that came late changed the day or the ground of the award; what was issued keeps its own.</summary>
    Redated,

    /// <summary>The evidence belongs to somebody else: it was moved there.</summary>
    Moved,

    /// <summary>The learner was told: not yet, or that a renewal is due.</summary>
    Told,
}
