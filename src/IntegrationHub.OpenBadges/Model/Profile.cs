using System.Text.Json;

namespace IntegrationHub.OpenBadges.Model;

/// <summary>A person or organization: issuer, creator, endorser.</summary>
public sealed record Profile
{
    /// <summary>Unique URI; the DID of an issuer.</summary>
    public required string Id { get; init; }

    /// <summary>Its types; Profile is among them.</summary>
    public IReadOnlyList<string> Type { get; init; } = ["Profile"];

    /// <summary>Its name.</summary>
    public string? Name { get; init; }

    /// <summary>Its home page.</summary>
    public string? Url { get; init; }

    /// <summary>Telephone.</summary>
    public string? Phone { get; init; }

    /// <summary>Short description.</summary>
    public string? Description { get; init; }

    /// <summary>E-mail address.</summary>
    public string? Email { get; init; }

    /// <summary>Logo, PNG or SVG.</summary>
    public Image? Image { get; init; }

    /// <summary>Postal address.</summary>
    public Address? Address { get; init; }

    /// <summary>Other identifiers.</summary>
    public IReadOnlyList<IdentifierEntry>? OtherIdentifier { get; init; }

    /// <summary>An authorized official.</summary>
    public string? Official { get; init; }

    /// <summary>The organization above it.</summary>
    public Profile? ParentOrg { get; init; }

    /// <summary>Signed endorsements of it, raw.</summary>
    public IReadOnlyList<JsonElement>? Endorsement { get; init; }

    /// <summary>Endorsements signed as compact JWT.</summary>
    public IReadOnlyList<string>? EndorsementJwt { get; init; }

    /// <summary>Given name of a person.</summary>
    public string? GivenName { get; init; }

    /// <summary>Family name of a person.</summary>
    public string? FamilyName { get; init; }
}
