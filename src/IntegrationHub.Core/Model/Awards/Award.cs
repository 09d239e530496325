namespace IntegrationHub.Core.Model.Awards;

/// <summary>The decision that a learner earned a micro-credential, and everything that follows from it.</summary>
public sealed record Award
{
    /// <summary>Its meaning as a key.</summary>
    public required AwardId Id { get; init; }

    /// <summary>The learner, by opaque id.</summary>
    public required string Learner { get; init; }

    /// <summary>Code of the micro-credential.</summary>
    public required string MicroCredential { get; init; }

    /// <summary>The decision as it stood when it was awarded; the award keeps the version it was earned under.</summary>
    public required Decision Decision { get; init; }

    /// <summary>When it was earned: the time of the event that settled it.</summary>
    public required DateTimeOffset Earned { get; init; }

    /// <summary>Its own end; null where it does not end.</summary>
    public DateTimeOffset? ValidUntil { get; init; }

    /// <summary>The cycle that it renews; null where it is no renewal.</summary>
    public int? Renews { get; init; }

    /// <summary>What is said of it now.</summary>
    public AwardState State { get; init; } = AwardState.Valid;

    /// <summary>Since when.</summary>
    public DateTimeOffset? StateSince { get; init; }

    /// <summary>
    /// When the hub last changed the state; unlike <see cref="StateSince"/>, which goes by the sources' clocks, it only grows.
    /// </summary>
    public DateTimeOffset? Changed { get; init; }

    /// <summary>Whether a person said so last, rather than the rules and policy.</summary>
    public bool ByAPerson { get; init; }

    /// <summary>Why, in a person's words; null where nobody gave a reason.</summary>
    public string? Reason { get; init; }

    /// <summary>Since when later evidence speaks against it; null where none does.</summary>
    public DateTimeOffset? ContradictedSince { get; init; }

    /// <summary>Counts its changes, from 0: a later state has the higher number.</summary>
    public int Revision { get; init; }

    /// <summary>When the hub opened it; places it in the tables of open and recent awards.</summary>
    public required DateTimeOffset Opened { get; init; }

    /// <summary>What follows from it.</summary>
    public required IReadOnlyList<Step> Steps { get; init; }

    /// <summary>A step by name.</summary>
    /// <exception cref="KeyNotFoundException">The award has no such step.</exception>
    public Step this[StepName name] => Steps.FirstOrDefault(step => step.Name == name)
        ?? throw new KeyNotFoundException($"The award {Id} has no step '{name}'.");

    /// <summary>Public page of the credential; null until the badge exists.</summary>
    public Uri? Credential => Steps.FirstOrDefault(step => step.Name == StepName.Badge)?.Link;

    /// <summary>
    /// When the hub let it go: no approval was asked for, or a person approved; null before, and in rows of the first releases.
    /// </summary>
    public DateTimeOffset? Issued { get; init; }

    /// <summary>
    /// The latest contradiction that a person had before them when they gave their word: policy does not come back to it. Null where there
    /// is none.
    /// </summary>
    public DateTimeOffset? Answered { get; init; }

    /// <summary>
    /// The rules that it was issued under; null before, and in rows of the first releases, which keep those of their next change.
    /// </summary>
    public AwardTerms? Terms { get; init; }

    /// <summary>
    /// Whether what speaks against it is answered, by a person or by policy; also where nothing does.
    /// </summary>
    public bool IsAnswered => ContradictedSince is not { } since || State is AwardState.Revoked or AwardState.Declined || since <= Answered;

    /// <summary>Whether anything was, or may have been, written or issued for it: from then on policy asks for no approval.</summary>
    public bool IsIssued => Issued is not null || State == AwardState.Valid || Steps.Any(step => step.Attempts > 0);

    /// <summary>Whether what has not been done for it waits for a person.</summary>
    public bool IsHeld => State is AwardState.AwaitingApproval or AwardState.Declined or AwardState.InQuestion;

    /// <summary>
    /// Whether a step may start: notices wait until the badge is where the award is, and nothing starts while a person is asked; what was
    /// submitted is still confirmed.
    /// </summary>
    public bool IsDue(StepName name) => (!IsHeld || this[name].State == StepState.Submitted) && name switch
    {
        StepName.Transcript or StepName.Badge => true,
        _ => this[StepName.Badge].HasSucceeded,
    };

    /// <summary>
    /// Whether nothing can move any more without a person: every step has ended, or waits on one that failed, or on the person's word.
    /// </summary>
    public bool IsAtRest =>
        Steps.All(step =>
            step.HasEnded
            || (
                step.State is (StepState.Pending or StepState.Waiting)
                && !IsDue(step.Name)
                && (IsHeld || this[StepName.Badge].State == StepState.Failed)));
}

/// <summary>What is said of an award.</summary>
public enum AwardState
{
    /// <summary>It stands.</summary>
    Valid,

    /// <summary>Policy leaves the word to a person; nothing is written or issued before.</summary>
    AwaitingApproval,

    /// <summary>A person did not approve it: nothing was written or issued.</summary>
    Declined,

    /// <summary>Later evidence speaks against it and a person is asked; what was done stays, what was not waits.</summary>
    InQuestion,

    /// <summary>It does not count for now.</summary>
    Suspended,

    /// <summary>It does not count any more, for good.</summary>
    Revoked,
}
