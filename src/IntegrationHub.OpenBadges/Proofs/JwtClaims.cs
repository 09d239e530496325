using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace IntegrationHub.OpenBadges.Proofs;

/// <summary>The registered claims of a VC-JWT, which repeat what the credential says.</summary>
internal static class JwtClaims
{
    private static readonly JsonSerializerOptions s_plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Payload(ReadOnlyMemory<byte> credential)
    {
        using var document = JsonDocument.Parse(credential);
        var root = document.RootElement;
        var claims = JsonObject.Create(root.Clone()) ?? throw new VcJwtException("The credential is not a JSON object.");
        claims["iss"] = Issuer(root) ?? throw Lacks("issuer");
        claims["jti"] = Text(root, "id") ?? throw Lacks("id");
        claims["sub"] = Subject(root) ?? throw Lacks("credentialSubject.id");
        claims["nbf"] = Seconds(root, "validFrom") ?? throw Lacks("validFrom");
        if (Seconds(root, "validUntil") is { } end)
            claims["exp"] = end;
        return claims.ToJsonString(s_plain);
    }

    /// <summary>The first claim that contradicts the credential it stands beside, or null.</summary>
    public static string? Contradiction(VcJwt jwt)
    {
        var (claims, credential) = (jwt.Payload, jwt.Credential);
        var (from, until) = jwt.IsVersion1 ? ("issuanceDate", "expirationDate") : ("validFrom", "validUntil");
        return Differs(Text(claims, "iss"), Issuer(credential)) ? "iss"
            : Differs(Text(claims, "jti"), Text(credential, "id")) ? "jti"
            : Differs(Text(claims, "sub"), Subject(credential)) ? "sub"
            : Differs(Number(claims, "nbf"), Seconds(credential, from)) ? "nbf"
            : Differs(Number(claims, "exp"), Seconds(credential, until)) ? "exp"
            : null;
    }

    private static bool Differs(string? claim, string? said) => claim is not null && said is not null && claim != said;

    private static bool Differs(long? claim, long? said) => claim is not null && said is not null && claim != said;

    private static string? Issuer(JsonElement credential) => credential.TryGetProperty("issuer", out var issuer) switch
    {
        true when issuer.ValueKind == JsonValueKind.String => issuer.GetString(),
        true when issuer.ValueKind == JsonValueKind.Object => Text(issuer, "id"),
        _ => null,
    };

    private static string? Subject(JsonElement credential) =>
        credential.TryGetProperty("credentialSubject", out var subject) && subject.ValueKind == JsonValueKind.Object ? Text(subject, "id") : null;

    private static long? Seconds(JsonElement credential, string member) =>
        credential.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String && value.TryGetDateTimeOffset(out var time) ? time.ToUnixTimeSeconds() : null;

    private static long? Number(JsonElement claims, string member) =>
        claims.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) ? number : null;

    private static string? Text(JsonElement element, string member) =>
        element.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static VcJwtException Lacks(string member) => new($"The credential lacks {member}, which a JWT needs.");
}
