namespace IntegrationHub.Core.Awards;

/// <summary>What the evidence comes to.</summary>
public enum Outcome
{
    /// <summary>Nothing yet that could prove mastery, e.g. a completion without a score where a score is needed.</summary>
    Unproven,

    /// <summary>Assessed, below the threshold.</summary>
    NotYet,

    /// <summary>Earned.</summary>
    Earned,
}

/// <summary>A decision over all the evidence of one learner for one micro-credential; a pure function of it.</summary>
/// <param name="Outcome">What it comes to.</param>
/// <param name="Version">Version of the micro-credential whose rule decided.</param>
/// <param name="Threshold">The pass threshold that was applied, in percent.</param>
/// <param name="Percent">The score that counted, in percent; null where a completion alone was proof.</param>
/// <param name="Attempts">How many attempts were seen.</param>
/// <param name="EventId">The event that settled it; null while nothing did.</param>
/// <param name="At">When that event happened.</param>
public sealed record Decision(
    Outcome Outcome,
    int Version,
    decimal Threshold,
    decimal? Percent,
    int Attempts,
    string? EventId,
    DateTimeOffset? At);
