using System.Text.Json;
using System.Text.Json.Serialization;

namespace IntegrationHub.OpenBadges.Model;

/// <summary>An Open Badge 3.0: an achievement awarded to one person, as a verifiable credential (VC 2.0), before it is signed.</summary>
public sealed record AchievementCredential
{
    /// <summary>Addresses of its JSON-LD contexts, in order.</summary>
    [JsonPropertyName("@context")]
    public IReadOnlyList<string> Context { get; init; } = ContextAddress.OpenBadge;

    /// <summary>Its own address; unique for ever.</summary>
    public required string Id { get; init; }

    /// <summary>Its types; AchievementCredential is among them.</summary>
    public IReadOnlyList<string> Type { get; init; } = ["VerifiableCredential", "AchievementCredential"];

    /// <summary>Name to show in wallets.</summary>
    public string? Name { get; init; }

    /// <summary>Short description to show in wallets.</summary>
    public string? Description { get; init; }

    /// <summary>Picture to show in wallets.</summary>
    public Image? Image { get; init; }

    /// <summary>When it was awarded; stays when the credential is reissued with another validFrom.</summary>
    public DateTimeOffset? AwardedDate { get; init; }

    /// <summary>The recipient and what was achieved.</summary>
    public required AchievementSubject CredentialSubject { get; init; }

    /// <summary>Who signs; the id is the DID.</summary>
    public required Profile Issuer { get; init; }

    /// <summary>Valid from then on, to the second.</summary>
    public required DateTimeOffset ValidFrom { get; init; }

    /// <summary>Expired after it; null never expires.</summary>
    public DateTimeOffset? ValidUntil { get; init; }

    /// <summary>Signed endorsements as they came: raw, so that their signatures survive.</summary>
    public IReadOnlyList<JsonElement>? Endorsement { get; init; }

    /// <summary>Endorsements signed as compact JWT.</summary>
    public IReadOnlyList<string>? EndorsementJwt { get; init; }

    /// <summary>Work the recipient did.</summary>
    public IReadOnlyList<Evidence>? Evidence { get; init; }

    /// <summary>The published JSON Schemas it conforms to.</summary>
    public IReadOnlyList<CredentialSchema>? CredentialSchema { get; init; }

    /// <summary>Where to look whether it is revoked or suspended. One entry is written as an object, as the strict schema wants; several as an array.</summary>
    [JsonConverter(typeof(OneOrMany<StatusEntry>))]
    public IReadOnlyList<StatusEntry>? CredentialStatus { get; init; }
}
