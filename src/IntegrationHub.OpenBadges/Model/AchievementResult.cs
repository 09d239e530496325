namespace IntegrationHub.OpenBadges.Model;

/// <summary>A result that was achieved.</summary>
public sealed record AchievementResult
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
    public IReadOnlyList<AchievementAlignment>? Alignment { get; init; }
}

/// <summary>A result that may be asserted with an achievement.</summary>
public sealed record ResultDescription
{
    /// <summary>Unique URI, to which results link.</summary>
    public required string Id { get; init; }

    /// <summary>Its types; ResultDescription is among them.</summary>
    public IReadOnlyList<string> Type { get; init; } = ["ResultDescription"];

    /// <summary>Name of the result.</summary>
    public required string Name { get; init; }

    /// <summary>LetterGrade, Percent, RawScore, RubricCriterionLevel, Status… or <c>ext:…</c>.</summary>
    public required string ResultType { get; init; }

    /// <summary>Nodes of frameworks it aligns to.</summary>
    public IReadOnlyList<AchievementAlignment>? Alignment { get; init; }

    /// <summary>Allowed values, low to high.</summary>
    public IReadOnlyList<string>? AllowedValue { get; init; }

    /// <summary>Id of the rubric level needed to pass.</summary>
    public string? RequiredLevel { get; init; }

    /// <summary>Value needed to pass.</summary>
    public string? RequiredValue { get; init; }

    /// <summary>Rubric levels, low to high.</summary>
    public IReadOnlyList<RubricCriterionLevel>? RubricCriterionLevel { get; init; }

    /// <summary>Greatest value.</summary>
    public string? ValueMax { get; init; }

    /// <summary>Least value.</summary>
    public string? ValueMin { get; init; }
}

/// <summary>One level of a rubric criterion.</summary>
public sealed record RubricCriterionLevel
{
    /// <summary>Unique URI, to which results link.</summary>
    public required string Id { get; init; }

    /// <summary>Its types; RubricCriterionLevel is among them.</summary>
    public IReadOnlyList<string> Type { get; init; } = ["RubricCriterionLevel"];

    /// <summary>Name of the level.</summary>
    public required string Name { get; init; }

    /// <summary>Nodes of frameworks it aligns to.</summary>
    public IReadOnlyList<AchievementAlignment>? Alignment { get; init; }

    /// <summary>Description.</summary>
    public string? Description { get; init; }

    /// <summary>How well.</summary>
    public string? Level { get; init; }

    /// <summary>Points.</summary>
    public string? Points { get; init; }
}
