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
    public BadgeImage? Image { get; init; }

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
    public IReadOnlyList<AchievementEvidence>? Evidence { get; init; }

    /// <summary>The published JSON Schemas it conforms to.</summary>
    public IReadOnlyList<CredentialSchema>? CredentialSchema { get; init; }

    /// <summary>
    /// Where to look whether it is revoked or suspended. One entry is written as an object, as the strict schema wants; several as an
    /// array.
    /// </summary>
    [JsonConverter(typeof(OneOrMany<CredentialStatusEntry>))]
    public IReadOnlyList<CredentialStatusEntry>? CredentialStatus { get; init; }
}

/// <summary>The recipient of an achievement. The standard wants an id or at least one identifier; a JWT needs the id.</summary>
public sealed record AchievementSubject
{
    /// <summary>Identifier of the recipient, a URI.</summary>
    public string? Id { get; init; }

    /// <summary>Its types; AchievementSubject is among them.</summary>
    public IReadOnlyList<string> Type { get; init; } = ["AchievementSubject"];

    /// <summary>Other identifiers, hashed with a salt.</summary>
    public IReadOnlyList<IdentityObject>? Identifier { get; init; }

    /// <summary>Start of the period of learning.</summary>
    public DateTimeOffset? ActivityStartDate { get; init; }

    /// <summary>End of the period of learning.</summary>
    public DateTimeOffset? ActivityEndDate { get; init; }

    /// <summary>Credits earned.</summary>
    public decimal? CreditsEarned { get; init; }

    /// <summary>Licence number issued with the credential.</summary>
    public string? LicenseNumber { get; init; }

    /// <summary>What joins several pieces of evidence; Markdown.</summary>
    public string? Narrative { get; init; }

    /// <summary>Results asserted.</summary>
    public IReadOnlyList<AchievementResult>? Result { get; init; }

    /// <summary>Role of the recipient while achieving it.</summary>
    public string? Role { get; init; }

    /// <summary>Who assessed on behalf of the issuer.</summary>
    public Profile? Source { get; init; }

    /// <summary>Academic term.</summary>
    public string? Term { get; init; }

    /// <summary>A baked picture of this award.</summary>
    public BadgeImage? Image { get; init; }

    /// <summary>What was achieved.</summary>
    public required Achievement Achievement { get; init; }
}

/// <summary>Work behind an award.</summary>
public sealed record AchievementEvidence
{
    /// <summary>Address of the work.</summary>
    public string? Id { get; init; }

    /// <summary>Its types; Evidence is among them.</summary>
    public IReadOnlyList<string> Type { get; init; } = ["Evidence"];

    /// <summary>Title.</summary>
    public string? Name { get; init; }

    /// <summary>Longer description.</summary>
    public string? Description { get; init; }

    /// <summary>How it led to the award; Markdown.</summary>
    public string? Narrative { get; init; }

    /// <summary>Kind of work.</summary>
    public string? Genre { get; init; }

    /// <summary>For whom it was made.</summary>
    public string? Audience { get; init; }
}
