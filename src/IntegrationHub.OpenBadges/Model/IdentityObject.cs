namespace IntegrationHub.OpenBadges.Model;

/// <summary>An identifier of the recipient, usually hashed; see <see cref="Model.IdentityHash"/>.</summary>
public sealed record IdentityObject
{
    /// <summary>Always IdentityObject; the standard wants a text here, not an array.</summary>
    public string Type { get; init; } = "IdentityObject";

    /// <summary>Whether the value is a hash.</summary>
    public bool Hashed { get; init; } = true;

    /// <summary><c>sha256$…</c>, or the plain value where not hashed.</summary>
    public required string IdentityHash { get; init; }

    /// <summary>emailAddress, systemId… or <c>ext:…</c>.</summary>
    public required string IdentityType { get; init; }

    /// <summary>Salt of the hash.</summary>
    public string? Salt { get; init; }
}
