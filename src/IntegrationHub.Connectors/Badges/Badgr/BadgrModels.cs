using System.Text.Json.Serialization;

namespace IntegrationHub.Connectors.Badges.Badgr;

/// <summary>Every answer of v2: success is said inside, not only by the status.</summary>
internal sealed record BadgrEnvelope(BadgrStatus? Status, IReadOnlyList<BadgrAssertion>? Result);

internal sealed record BadgrStatus(bool? Success, string? Description);

internal sealed record BadgrAssertion(string? EntityId, Uri? OpenBadgeId, BadgrRecipient? Recipient, bool Revoked, DateTimeOffset? Expires);

internal sealed record BadgrRecipient(string? Identity, string? Type, bool Hashed, string? Salt = null, string? PlaintextIdentity = null);

/// <summary>What is asked for: <c>allowDuplicateAwards</c> is true at Badgr unless said otherwise.</summary>
internal sealed record BadgrAward(
    BadgrRecipient Recipient,
    string IssuedOn,
    string? Expires,
    string Narrative,
    bool AllowDuplicateAwards,
    bool Notify = false);

/// <summary>What Badgr wants to know of a revocation.</summary>
internal sealed record BadgrRevocation([property: JsonPropertyName("revocation_reason")] string Reason);

internal sealed record BadgrToken(
    [property: JsonPropertyName("access_token")] string? AccessToken,
    [property: JsonPropertyName("expires_in")] double? ExpiresIn,
    [property: JsonPropertyName("refresh_token")] string? RefreshToken);
