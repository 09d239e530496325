namespace IntegrationHub.OpenBadges.Model;

/// <summary>How an achievement is earned.</summary>
public sealed record Criteria
{
    /// <summary>Page that says it.</summary>
    public string? Id { get; init; }

    /// <summary>The text itself; Markdown.</summary>
    public string? Narrative { get; init; }
}
