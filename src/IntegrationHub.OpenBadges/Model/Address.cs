namespace IntegrationHub.OpenBadges.Model;

/// <summary>A postal address.</summary>
public sealed record Address
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
