namespace IntegrationHub.OpenBadges.Model;

/// <summary>An identifier of a person, organization or achievement.</summary>
public sealed record IdentifierEntry
{
    /// <summary>Always IdentifierEntry; the standard wants a text here, not an array.</summary>
    public string Type { get; init; } = "IdentifierEntry";

    /// <summary>The identifier.</summary>
    public required string Identifier { get; init; }

    /// <summary>sourcedId, identifier… or <c>ext:…</c>.</summary>
    public required string IdentifierType { get; init; }
}
