using System.Text.Json.Serialization;

namespace IntegrationHub.OpenBadges.Model;

/// <summary>A signed endorsement of an issuer, an achievement or an award.</summary>
public sealed record EndorsementCredential
{
    /// <summary>Addresses of its JSON-LD contexts, in order.</summary>
    [JsonPropertyName("@context")]
    public IReadOnlyList<string> Context { get; init; } = ContextAddress.OpenBadge;

    /// <summary>Its own address.</summary>
    public required string Id { get; init; }

    /// <summary>Its types; EndorsementCredential is among them.</summary>
    public IReadOnlyList<string> Type { get; init; } = ["VerifiableCredential", "EndorsementCredential"];

    /// <summary>Name to show.</summary>
    public required string Name { get; init; }

    /// <summary>Short description.</summary>
    public string? Description { get; init; }

    /// <summary>When it was given.</summary>
    public DateTimeOffset? AwardedDate { get; init; }

    /// <summary>Who or what is endorsed.</summary>
    public required EndorsementSubject CredentialSubject { get; init; }

    /// <summary>Who signs; the id is the DID.</summary>
    public required Profile Issuer { get; init; }

    /// <summary>Valid from then on, to the second.</summary>
    public required DateTimeOffset ValidFrom { get; init; }

    /// <summary>Expired after it; null never expires.</summary>
    public DateTimeOffset? ValidUntil { get; init; }

    /// <summary>The published JSON Schemas it conforms to.</summary>
    public IReadOnlyList<CredentialSchema>? CredentialSchema { get; init; }

    /// <summary>
    /// Where to look whether it is revoked or suspended. One entry is written as an object, as the strict schema wants; several as an
    /// array.
    /// </summary>
    [JsonConverter(typeof(OneOrMany<CredentialStatusEntry>))]
    public IReadOnlyList<CredentialStatusEntry>? CredentialStatus { get; init; }
}

/// <summary>Who or what is endorsed.</summary>
public sealed record EndorsementSubject
{
    /// <summary>Id of the issuer, achievement or credential.</summary>
    public required string Id { get; init; }

    /// <summary>Its types; EndorsementSubject is among them.</summary>
    public IReadOnlyList<string> Type { get; init; } = ["EndorsementSubject"];

    /// <summary>What is said in favour; Markdown.</summary>
    public string? EndorsementComment { get; init; }
}
