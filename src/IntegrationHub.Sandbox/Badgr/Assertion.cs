using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using IntegrationHub.Sandbox.Campus;

namespace IntegrationHub.Sandbox.Badgr;

internal sealed record Assertion(
    string EntityId,
    Course Course,
    string Recipient,
    bool Hashed,
    string Salt,
    DateTimeOffset IssuedOn,
    DateTimeOffset CreatedAt,
    DateTimeOffset? Expires,
    string? Narrative,
    JsonNode? Evidence)
{
    public string? RevocationReason { get; init; }
    public DateTimeOffset ChangedAt { get; init; } = CreatedAt;
    public bool Revoked => RevocationReason is not null;

    public bool Covers(string recipient, DateTimeOffset now) => !Revoked && Recipient == recipient && !(Expires <= now);

    public string PublicAddress(HttpRequest request) => $"{request.Scheme}://{request.Host}/badgr/public/assertions/{EntityId}";

    public JsonObject Show(HttpRequest request, string issuer)
    {
        var home = $"{request.Scheme}://{request.Host}/badgr/public";
        return new()
        {
            ["entityType"] = "Assertion",
            ["entityId"] = EntityId,
            ["openBadgeId"] = PublicAddress(request),
            ["createdAt"] = CreatedAt,
            ["badgeclass"] = Course.BadgeClass,
            ["badgeclassOpenBadgeId"] = $"{home}/badges/{Course.BadgeClass}",
            ["issuer"] = issuer,
            ["issuerOpenBadgeId"] = $"{home}/issuers/{issuer}",
            ["image"] = $"{home}/assertions/{EntityId}/image",
            ["recipient"] = new JsonObject
            {
                ["identity"] = Hashed
                    ? $"sha256${Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Recipient + Salt)))}"
                    : Recipient,
                ["type"] = "email",
                ["hashed"] = Hashed,
                ["salt"] = Hashed ? Salt : null,
                ["plaintextIdentity"] = Recipient,
            },
            ["issuedOn"] = IssuedOn,
            ["narrative"] = Narrative,
            ["evidence"] = Evidence?.DeepClone() ?? new JsonArray(),
            ["revoked"] = Revoked,
            ["revocationReason"] = RevocationReason,
            ["acceptance"] = "Unaccepted",
            ["expires"] = Expires,
        };
    }
}
