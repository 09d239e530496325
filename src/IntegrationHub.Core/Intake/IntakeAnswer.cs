using IntegrationHub.Core.Lms;
using IntegrationHub.Core.Model.Completions;

namespace IntegrationHub.Core.Intake;

/// <summary>What became of a delivery at the door.</summary>
/// <param name="Verdict">The verdict.</param>
/// <param name="TrackingId">Under what it is known from now on; null where nothing was kept.</param>
/// <param name="Reading">What it says; null where it was not let in.</param>
public sealed record IntakeAnswer(IntakeVerdict Verdict, string? TrackingId = null, Reading? Reading = null)
{
    /// <summary>Why it was refused, where it was.</summary>
    public Admission Admission { get; init; }

    /// <summary>By which scheme it should have proven itself, where it was refused.</summary>
    public string? Scheme { get; init; }

    /// <summary>How long the sender is to wait, where it sent too many.</summary>
    public TimeSpan Wait { get; init; }
}

/// <summary>Verdicts at the door.</summary>
public enum IntakeVerdict
{
    /// <summary>No such institution or source.</summary>
    Unknown,

    /// <summary>The institution's files have faults and no good version is in force.</summary>
    NotReady,

    /// <summary>Not proven to come from the source.</summary>
    Refused,

    /// <summary>Its own, but more than the source's file lets it send in a minute: nothing was read.</summary>
    TooMany,

    /// <summary>Kept, on its way.</summary>
    Accepted,

    /// <summary>Authentic, but nothing that could become an award.</summary>
    Ignored,

    /// <summary>Authentic, but all of it came before and is decided: nothing is kept.</summary>
    Known,

    /// <summary>Authentic, but something else came before under the same id: nothing is kept.</summary>
    Conflict,

    /// <summary>Authentic, but unreadable: kept for a person.</summary>
    Unreadable,

    /// <summary>Packed in a way that cannot be unpacked: nothing is known of it.</summary>
    Unpackable,

    /// <summary>The hub could not say or keep it now: the sender was asked to try again.</summary>
    PutOff,

    /// <summary>Larger than the hub takes, or unpacks to more: nothing of it was read.</summary>
    TooLarge,
}

/// <summary>Verdicts as counters and logs name them.</summary>
public static class IntakeVerdicts
{
    /// <summary>
    /// Whether only a delivery that was proven to come from the source gets the verdict. What is too large, cannot be unpacked, or names
    /// keys that cannot be fetched now, may be anybody's.
    /// </summary>
    public static bool IsOfTheSource(this IntakeVerdict verdict) => verdict is not (IntakeVerdict.Unknown
        or IntakeVerdict.NotReady
        or IntakeVerdict.Refused
        or IntakeVerdict.Unpackable
        or IntakeVerdict.PutOff
        or IntakeVerdict.TooLarge);

    /// <summary>The label of a verdict; no object is made for it.</summary>
    public static string Label(this IntakeVerdict verdict) => verdict switch
    {
        IntakeVerdict.Unknown => "unknown",
        IntakeVerdict.NotReady => "faulty",
        IntakeVerdict.Refused => "refused",
        IntakeVerdict.TooMany => "too-many",
        IntakeVerdict.Accepted => "accepted",
        IntakeVerdict.Ignored => "ignored",
        IntakeVerdict.Known => "known",
        IntakeVerdict.Conflict => "conflict",
        IntakeVerdict.Unreadable => "unreadable",
        IntakeVerdict.PutOff => "put-off",
        IntakeVerdict.TooLarge => "too-large",
        _ => "unpackable",
    };
}
