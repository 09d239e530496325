using IntegrationHub.Core.Model.Awards;

namespace IntegrationHub.Core.Rules;

/// <summary>What all the facts of a dossier come to.</summary>
/// <param name="Now">The decision over the newest cycle as it stands, earned or not.</param>
/// <param name="Awards">What was earned, by cycle.</param>
/// <param name="IsOpen">Whether <paramref name="Now"/> is about a cycle in which nothing is earned yet.</param>
public sealed record Verdict(Decision Now, IReadOnlyList<Earned> Awards, bool IsOpen);

/// <summary>Something earned: what an award must be.</summary>
public sealed record Earned
{
    /// <summary>From 0: one more per renewal, or re-award after a revocation.</summary>
    public required int Cycle { get; init; }

    /// <summary>The decision as it was settled.</summary>
    public required Decision Decision { get; init; }

    /// <summary>When: the time of what settled it.</summary>
    public DateTimeOffset At => Decision.At!.Value;

    /// <summary>Its own end; null where it does not end.</summary>
    public DateTimeOffset? ValidUntil { get; init; }

    /// <summary>The cycle that it renews; null where it is no renewal.</summary>
    public int? Renews { get; init; }

    /// <summary>What is said of it.</summary>
    public AwardState State { get; init; }

    /// <summary>Since when.</summary>
    public DateTimeOffset StateSince { get; init; }

    /// <summary>Why, in a person's words; null where nobody gave a reason.</summary>
    public string? Reason { get; init; }

    /// <summary>The ids of the events that belong to its cycle.</summary>
    public IReadOnlyList<string> Evidence { get; init; } = [];

    /// <summary>Whether a person said so, rather than policy.</summary>
    public bool ByAPerson { get; init; }

    /// <summary>Since when later evidence speaks against it; null where none does.</summary>
    public DateTimeOffset? ContradictedSince { get; init; }

    /// <summary>What the rules say of it now, with all that came later.</summary>
    public required Decision Today { get; init; }
}
