namespace IntegrationHub.Core.Model.Awards;

/// <summary>What a person decided about a dossier: part of what decisions rest on, never changed.</summary>
/// <param name="Id">Its own id; the same act again changes nothing.</param>
/// <param name="Kind">What was decided.</param>
/// <param name="Cycle">Which award.</param>
/// <param name="At">When.</param>
/// <param name="Reason">Why, in the person's words; null where none is needed.</param>
public sealed record RegistrarAct(string Id, ActKind Kind, int Cycle, DateTimeOffset At, string? Reason = null)
{
    /// <summary>The last decision on what policy leaves to a person; null where nobody has decided.</summary>
    internal static RegistrarAct? Ruling(IReadOnlyList<RegistrarAct> acts, int cycle) =>
        acts.LastOrDefault(act => act.Cycle == cycle && act.Kind is ActKind.Approve or ActKind.Decline);

    /// <summary>The last word on whether an award counts for now; null where nobody has said one.</summary>
    internal static RegistrarAct? Word(IReadOnlyList<RegistrarAct> acts, int cycle) =>
        acts.LastOrDefault(act => act.Cycle == cycle && act.Kind is ActKind.Suspend or ActKind.Uphold);
}

/// <summary>What people decide about awards.</summary>
public enum ActKind
{
    /// <summary>What policy asked a person about is approved.</summary>
    Approve,

    /// <summary>It is not approved.</summary>
    Decline,

    /// <summary>The award stands, also against what speaks against it now; a suspension ends.</summary>
    Uphold,

    /// <summary>It does not count for now.</summary>
    Suspend,

    /// <summary>It does not count any more, for good.</summary>
    Revoke,

    /// <summary>What was revoked is awarded again, on the same evidence.</summary>
    Reaward,

    /// <summary>Missing prerequisites are waived.</summary>
    Waive,

    /// <summary>The evidence belongs to somebody else: the award is revoked here and decided there.</summary>
    MoveAway,

    /// <summary>The learner's data were erased: what comes later counts from the next cycle.</summary>
    Erased,
}

/// <summary>
/// An award that another decision may rest on: of the same learner, or a recognised one from another institution. Its newest revision
/// counts.
/// </summary>
/// <param name="Code">Code of the micro-credential, or name of the recognised credential.</param>
/// <param name="Award">Award id, or the outside credential's own id.</param>
/// <param name="Revision">The later state of the same award has the higher number.</param>
/// <param name="Earned">When it was earned.</param>
/// <param name="ValidUntil">Its own end; null where it has none.</param>
/// <param name="Ended">Since when it does not count: suspended, revoked; null while it stands.</param>
/// <param name="Hours">Hours of learning that it counts for.</param>
/// <param name="Credits">Credits that it counts for.</param>
public sealed record StackedCredential(
    string Code,
    string Award,
    int Revision,
    DateTimeOffset Earned,
    DateTimeOffset? ValidUntil,
    DateTimeOffset? Ended,
    decimal Hours,
    decimal Credits)
{
    /// <summary>Whether it counts at a moment.</summary>
    public bool Stands(DateTimeOffset at) => Earned <= at && (Ended is null || at < Ended) && (ValidUntil is null || at < ValidUntil);
}
