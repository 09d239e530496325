using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationHub.OpenBadges.Baking;
using IntegrationHub.OpenBadges.Model;
using IntegrationHub.OpenBadges.Proofs;

namespace IntegrationHub.OpenBadges.Verification;

/// <summary>A credential as somebody presents it, not believed yet.</summary>
/// <param name="File">What the file is.</param>
/// <param name="Credential">The credential; of a JWT without the claims that repeat it.</param>
/// <param name="Jwt">The JWT that it came as; null where the proof is embedded.</param>
internal sealed record Presented(BadgeFileKind File, JsonElement Credential, VcJwt? Jwt)
{
    private const int MostBytes = 16 * 1024 * 1024;
    private static readonly string[] Claims = ["iss", "jti", "nbf", "sub", "exp", "iat", "aud"];

    public CredentialFacts Facts { get; } = Narrowed(CredentialFacts.Of(Credential), Jwt?.Payload ?? default);

    /// <summary>
    /// Takes the credential out of a file; null with a failed check where there is none, or where it cannot be read before the
    /// deadline.
    /// </summary>
    public static (Presented? Presented, BadgeFileKind File, VerificationCheck Readable) Read(
        ReadOnlyMemory<byte> bytes, CancellationToken deadline)
    {
        if (bytes.Length > MostBytes)
            return (null, BadgeFileKind.Unknown, CheckKind.Readable.Failed(VerificationReason.TooLarge));
        if (OtherKinds.OfStart(bytes.Span) is { } kind)
            return (null, BadgeFileKind.Unknown, CheckKind.Readable.Unknown(kind));
        try
        {
            var file = BadgeFile.Open(bytes, deadline);
            var (presented, readable) = Read(file, deadline);
            return (presented, file.File, readable);
        }
        catch (BakingException damaged)
        {
            return (null, BadgeFile.Detect(bytes.Span), CheckKind.Readable.Failed(VerificationReason.PictureUnreadable, damaged.Message));
        }
        catch (OperationCanceledException)
        {
            return (null, BadgeFile.Detect(bytes.Span), CheckKind.Readable.Unknown(VerificationReason.TooComplex));
        }
    }

    /// <summary>A JWT counts no longer than its claims say, whatever the credential in it says.</summary>
    private static CredentialFacts Narrowed(CredentialFacts facts, JsonElement claims) => facts with
    {
        ValidFrom = new[] { facts.ValidFrom, JwtClaims.Time(claims, "nbf") }.Max(),
        ValidUntil = new[] { facts.ValidUntil, JwtClaims.Time(claims, "exp") }.Min(),
    };

    private static (Presented?, VerificationCheck) Read(BadgeFile file, CancellationToken deadline)
    {
        try
        {
            return file switch
            {
                { Kind: BadgeFileKind.Json } => Known(Of(file.File, Json.Parse(file.Credential, deadline), deadline)),
                { Kind: BadgeFileKind.Jwt } => Known(Of(file.File, Encoding.ASCII.GetString(file.Credential.Span), deadline)),
                _ when file.IsOpenBadges2 => (null, CheckKind.Readable.Unknown(VerificationReason.OpenBadges2)),
                _ when OtherKinds.Of(file.Credential.Span) is { } kind => (null, CheckKind.Readable.Unknown(kind)),
                { File: BadgeFileKind.Png or BadgeFileKind.Svg } =>
                    (null, CheckKind.Readable.Failed(VerificationReason.PictureWithoutCredential)),
                _ => (null, CheckKind.Readable.Failed(VerificationReason.NotACredential)),
            };
        }
        catch (JsonException)
        {
            return (null, CheckKind.Readable.Failed(VerificationReason.JsonMalformed));
        }
        catch (VcJwtException malformed)
        {
            return (null, CheckKind.Readable.Failed(VerificationReason.JwtMalformed, malformed.Message));
        }
    }

    private static (Presented?, VerificationCheck) Known(Presented read) =>
        OtherKinds.Of(read.Jwt?.Payload ?? read.Credential) is { } kind
            ? (kind == VerificationReason.Presentation ? read : null, CheckKind.Readable.Unknown(kind))
            : (read, CheckKind.Readable.Passed());

    /// <summary>A document, or the JWT in it where it is but an envelope.</summary>
    private static Presented Of(BadgeFileKind file, JsonElement document, CancellationToken deadline) =>
        EnvelopedCredential.Open(document) is { } jwt ? Of(file, jwt, deadline) : new(file, document, null);

    private static Presented Of(BadgeFileKind file, string compact, CancellationToken deadline)
    {
        var jwt = VcJwt.Read(compact, deadline);
        return new(file, jwt.IsVersion1 ? jwt.Credential : WithoutClaims(jwt.Payload), jwt);
    }

    private static JsonElement WithoutClaims(JsonElement payload)
    {
        var credential = JsonObject.Create(payload)!;
        foreach (var claim in Claims)
            credential.Remove(claim);
        return JsonSerializer.SerializeToElement<JsonNode>(credential);
    }
}
