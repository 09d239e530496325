using IntegrationHub.Core.Model.MicroCredentials;

namespace IntegrationHub.Core.Model.Institutions;

/// <summary>The institution as the issuer of its own credentials (Open Badges 3.0), also after it has moved to a platform.</summary>
public sealed record Issuer
{
    /// <summary>Its decentralised identifier, <c>did:web:…</c>; configured, never taken from a request.</summary>
    public required string Did { get; init; }

    /// <summary>The institution's web site.</summary>
    public required Uri Url { get; init; }

    /// <summary>Where holders and verifiers may write to; null where nowhere.</summary>
    public string? Email { get; init; }

    /// <summary>Name of the setting that holds the Ed25519 seed: base64url of 32 bytes.</summary>
    public required string Ed25519 { get; init; }

    /// <summary>Name of the setting that holds the RSA key: base64 of its PKCS#8 form.</summary>
    public required string Rsa { get; init; }

    /// <summary>Public keys of before: what they signed still verifies.</summary>
    public IReadOnlyList<PreviousKey> Previous { get; init; } = [];

    /// <summary>The institution's number at LinkedIn; null where it has none.</summary>
    public long? LinkedInOrganization { get; init; }

    /// <summary>The colours of its badges and pages.</summary>
    public Colours Colours { get; init; } = new();

    /// <summary>Its logo; null where none was uploaded.</summary>
    public Picture? Logo { get; init; }
}

/// <summary>A public key that signs no more; exactly one of the two is given.</summary>
/// <param name="Multikey">An Ed25519 key, <c>z6Mk…</c>.</param>
/// <param name="Jwk">An RSA key as the text of a JWK object with <c>kty</c>, <c>n</c> and <c>e</c>.</param>
public sealed record PreviousKey(string? Multikey, string? Jwk);

/// <summary>Colours as <c>#rrggbb</c>.</summary>
/// <param name="Primary">The ground that text stands on.</param>
/// <param name="Secondary">Ornaments; no text.</param>
/// <param name="Text">Text on <paramref name="Primary"/>: a contrast of 4.5 to 1 at least.</param>
public sealed record Colours(string Primary = "#0b3d5c", string Secondary = "#e0a526", string Text = "#ffffff");
