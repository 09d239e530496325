namespace IntegrationHub.OpenBadges.Model;

/// <summary>A node of an educational framework that an achievement aligns to.</summary>
public sealed record Alignment
{
    /// <summary>Its types; Alignment is among them.</summary>
    public IReadOnlyList<string> Type { get; init; } = ["Alignment"];

    /// <summary>Name of the target.</summary>
    public required string TargetName { get; init; }

    /// <summary>Address of its official description.</summary>
    public required string TargetUrl { get; init; }

    /// <summary>Its code in the framework.</summary>
    public string? TargetCode { get; init; }

    /// <summary>Short description.</summary>
    public string? TargetDescription { get; init; }

    /// <summary>Name of the framework.</summary>
    public string? TargetFramework { get; init; }

    /// <summary>ceasn:Competency, ceterms:Credential, CFItem, CTDL… or <c>ext:…</c>.</summary>
    public string? TargetType { get; init; }
}
