using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace IntegrationHub.OpenBadges.Proofs;

/// <summary>The registered claims of a VC-JWT, which repeat what the credential says.</summary>
internal static class JwtClaims
{
    private const double FirstSecond = -62_135_596_800; // of the year 1
    private const double LastSecond = 253_402_300_800; // past the year 9999
    private static readonly string[] Texts = ["iss", "jti", "sub"];
    private static readonly string[] Times = ["nbf", "exp", "iat"];
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Payload(ReadOnlyMemory<byte> credential)
    {
        var root = Json.Parse(credential);
        var claims = root.ValueKind == JsonValueKind.Object
            ? JsonObject.Create(root)!
            : throw new VcJwtException("The credential is not a JSON object.");
        claims["iss"] = root.IdOf("issuer") ?? throw Lacks("issuer");
        claims["jti"] = root.Text("id") ?? throw Lacks("id");
        claims["sub"] = Subject(root) ?? throw Lacks("credentialSubject.id");
        claims["nbf"] = Seconds(root, "validFrom") ?? throw Lacks("validFrom");
        if (Seconds(root, "validUntil") is { } end)
            claims["exp"] = end;
        return claims.ToJsonString(Plain);
    }

    /// <summary>The first claim that contradicts the credential it stands beside, or null.</summary>
    public static string? Contradiction(VcJwt jwt)
    {
        var (claims, credential) = (jwt.Payload, jwt.Credential);
        var (from, until) = jwt.IsVersion1 ? ("issuanceDate", "expirationDate") : ("validFrom", "validUntil");
        return Differs(claims.Text("iss"), credential.IdOf("issuer")) ? "iss"
            : Differs(claims.Text("jti"), credential.Text("id")) ? "jti"
            : Differs(claims.Text("sub"), Subject(credential)) ? "sub"
            : Differs(Time(claims, "nbf")?.ToUnixTimeSeconds(), Seconds(credential, from)) ? "nbf"
            : Differs(Time(claims, "exp")?.ToUnixTimeSeconds(), Seconds(credential, until)) ? "exp"
            : null;
    }

    /// <summary>The first claim that is of another shape than RFC 7519 gives it, or null.</summary>
    public static string? Malformed(JsonElement claims) =>
        Texts.FirstOrDefault(claim => claims.Member(claim) is not null && claims.Text(claim) is null)
        ?? Times.FirstOrDefault(claim => claims.Member(claim) is not null && Time(claims, claim) is null);

    /// <summary>A time as seconds since 1970, which may have a fraction.</summary>
    public static DateTimeOffset? Time(JsonElement claims, string claim) =>
        claims.Member(claim) is { ValueKind: JsonValueKind.Number } value
            && value.TryGetDouble(out var seconds)
            && seconds is > FirstSecond and < LastSecond
            ? DateTimeOffset.UnixEpoch.AddSeconds(seconds)
            : null;

    private static bool Differs<T>(T? claim, T? said) => claim is not null && said is not null && !claim.Equals(said);

    private static string? Subject(JsonElement credential) =>
        credential.Member("credentialSubject") is { } subject ? subject.Text("id") : null;

    private static long? Seconds(JsonElement credential, string member) => credential.Time(member)?.ToUnixTimeSeconds();

    private static VcJwtException Lacks(string member) => new($"The credential lacks {member}, which a JWT needs.");
}
