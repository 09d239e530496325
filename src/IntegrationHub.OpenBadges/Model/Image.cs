namespace IntegrationHub.OpenBadges.Model;

/// <summary>A picture.</summary>
public sealed record Image
{
    /// <summary>Address, or a data: URI.</summary>
    public required string Id { get; init; }

    /// <summary>Always Image; the standard wants a text here, not an array.</summary>
    public string Type { get; init; } = "Image";

    /// <summary>Text in its place.</summary>
    public string? Caption { get; init; }
}
