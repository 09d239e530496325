namespace IntegrationHub.OpenBadges.Model;

/// <summary>Work behind an award.</summary>
public sealed record Evidence
{
    /// <summary>Address of the work.</summary>
    public string? Id { get; init; }

    /// <summary>Its types; Evidence is among them.</summary>
    public IReadOnlyList<string> Type { get; init; } = ["Evidence"];

    /// <summary>Title.</summary>
    public string? Name { get; init; }

    /// <summary>Longer description.</summary>
    public string? Description { get; init; }

    /// <summary>How it led to the award; Markdown.</summary>
    public string? Narrative { get; init; }

    /// <summary>Kind of work.</summary>
    public string? Genre { get; init; }

    /// <summary>For whom it was made.</summary>
    public string? Audience { get; init; }
}
