using IntegrationHub.Core.Model.MicroCredentials;

namespace IntegrationHub.Core.Model.Awards;

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

/// <summary>
/// A decision over all the evidence of one learner for one micro-credential; a pure function of it. Two that say the same are equal.
/// </summary>
/// <param name="Outcome">What it comes to.</param>
/// <param name="Version">Version of the micro-credential whose rules decided.</param>
/// <param name="Threshold">The pass threshold that was applied, in percent; null where none was.</param>
/// <param name="Percent">The score that counted, in percent; null where there was none.</param>
/// <param name="Attempts">How many attempts were seen.</param>
/// <param name="EventId">The event, act or award that settled it; null while nothing did.</param>
/// <param name="At">When that happened.</param>
public sealed record Decision(
    Outcome Outcome,
    int Version,
    decimal? Threshold,
    decimal? Percent,
    int Attempts,
    string? EventId,
    DateTimeOffset? At)
{
    // Rows of the first releases hold no rules, and generated readers set what is missing to null.
    /// <summary>Every rule, what it looked at and what it said.</summary>
    public IReadOnlyList<RuleResult> Rules { get => field ?? []; init; }

    /// <summary>The way on which it was earned.</summary>
    public LearningPath Path { get; init; }

    /// <summary>Credits that it grants; 0 for a renewal, whose credits were granted before.</summary>
    public decimal Credits { get; init; }

    /// <inheritdoc/>
    public bool Equals(Decision? other) =>
        other is not null
        && (Outcome, Version, Threshold, Percent, Attempts, EventId, At, Path, Credits)
            == (
                other.Outcome,
                other.Version,
                other.Threshold,
                other.Percent,
                other.Attempts,
                other.EventId,
                other.At,
                other.Path,
                other.Credits)
        && Rules.SequenceEqual(other.Rules);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Outcome, Version, Percent, Attempts, EventId, At, Rules.Count);
}
