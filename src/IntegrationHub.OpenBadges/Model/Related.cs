namespace IntegrationHub.OpenBadges.Model;

/// <summary>Another edition or version of an achievement.</summary>
public sealed record Related
{
    /// <summary>Id of the other achievement.</summary>
    public required string Id { get; init; }

    /// <summary>Its types; Related is among them.</summary>
    public IReadOnlyList<string> Type { get; init; } = ["Related"];

    /// <summary>Its language.</summary>
    public string? InLanguage { get; init; }

    /// <summary>Its version.</summary>
    public string? Version { get; init; }
}
