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
    public BadgeImage? Image { get; init; }

    /// <summary>Postal address.</summary>
    public PostalAddress? Address { get; init; }

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

/// <summary>A postal address.</summary>
public sealed record PostalAddress
{
    /// <summary>Its types; Address is among them.</summary>
    public IReadOnlyList<string> Type { get; init; } = ["Address"];

    /// <summary>Street and number.</summary>
    public string? StreetAddress { get; init; }

    /// <summary>Locality.</summary>
    public string? AddressLocality { get; init; }

    /// <summary>Region or province.</summary>
    public string? AddressRegion { get; init; }

    /// <summary>Postal code.</summary>
    public string? PostalCode { get; init; }

    /// <summary>Country.</summary>
    public string? AddressCountry { get; init; }

    /// <summary>Country, ISO 3166-1 alpha-2.</summary>
    public string? AddressCountryCode { get; init; }
}

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

/// <summary>A picture.</summary>
public sealed record BadgeImage
{
    /// <summary>Address, or a data: URI.</summary>
    public required string Id { get; init; }

    /// <summary>Always Image; the standard wants a text here, not an array.</summary>
    public string Type { get; init; } = "Image";

    /// <summary>Text in its place.</summary>
    public string? Caption { get; init; }
}
