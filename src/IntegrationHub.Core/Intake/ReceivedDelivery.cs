using IntegrationHub.Core.Lms;

namespace IntegrationHub.Core.Intake;

/// <summary>
/// One delivery as the journal remembers it: what came of it and why; never its payload, a person's data or a credential.
/// </summary>
public sealed record ReceivedDelivery
{
    /// <summary>When it was answered.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What came of it.</summary>
    public required IntakeVerdict Verdict { get; init; }

    /// <summary>Why it was refused, where it was.</summary>
    public Admission Admission { get; init; }

    /// <summary>
    /// The source's names of the events in it, counted, e.g. <c>answered ×29, completed</c>; null where nothing is known of it.
    /// </summary>
    public string? What { get; init; }

    /// <summary>How many completions it bore.</summary>
    public int Completions { get; init; }

    /// <summary>Why it could not be read or taken: a sentence in English, without a word of the payload.</summary>
    public string? Why { get; init; }

    /// <summary>Under what it is known from now on, or the name of a test; null where nothing was kept.</summary>
    public string? TrackingId { get; init; }

    /// <summary>Whether the hub itself sent it, to try the way in.</summary>
    public bool IsTest { get; init; }

    /// <summary>Whether it was proven to come from the source: anybody can send the others.</summary>
    public bool IsProven => Verdict.IsOfTheSource();

    /// <summary>Whether the hub tried the way in, and it is open.</summary>
    public bool IsPassedTest => IsTest && Verdict == IntakeVerdict.Ignored;

    /// <summary>Whether somebody should look into it.</summary>
    internal bool IsTrouble => Verdict is not (IntakeVerdict.Accepted or IntakeVerdict.Ignored);
}
