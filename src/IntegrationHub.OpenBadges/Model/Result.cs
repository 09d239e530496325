namespace IntegrationHub.OpenBadges.Model;

/// <summary>A result that was achieved.</summary>
public sealed record Result
{
    /// <summary>Its types; Result is among them.</summary>
    public IReadOnlyList<string> Type { get; init; } = ["Result"];

    /// <summary>Id of the result description.</summary>
    public string? ResultDescription { get; init; }

    /// <summary>The result itself: a grade, a score.</summary>
    public string? Value { get; init; }

    /// <summary>Completed, Enrolled, Failed, InProgress, OnHold, Provisional or Withdrew.</summary>
    public string? Status { get; init; }

    /// <summary>Id of the rubric level achieved.</summary>
    public string? AchievedLevel { get; init; }

    /// <summary>Nodes of frameworks it aligns to.</summary>
    public IReadOnlyList<Alignment>? Alignment { get; init; }
}
