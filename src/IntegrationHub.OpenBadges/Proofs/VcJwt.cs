using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using IntegrationHub.OpenBadges.Keys;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace IntegrationHub.OpenBadges.Proofs;

/// <summary>A credential as a signed JWT (VC-JWT of Open Badges 3.0): signing with RS256, checking of RS256, ES256 and EdDSA.</summary>
public sealed class VcJwt
{
    private static readonly JsonWebTokenHandler Handler = new()
    {
        SetDefaultTimesOnTokenCreation = false,
        MaximumTokenSizeInBytes = 16 * 1024 * 1024, // pictures may stand in the badge
    };

    /// <summary>In characters; certificates may stand in it.</summary>
    private const int LongestHeader = 64 * 1024;

    /// <summary>64 bytes in base64url.</summary>
    private const int EdDsaLength = 86;

    private static readonly string[] Certificates = ["x5c", "x5u", "x5t", "x5t#S256", "jku"];

    private readonly string _compact;

    private VcJwt(string compact, JsonElement header, JsonElement payload)
    {
        _compact = compact;
        Payload = payload;
        Algorithm = header.Text("alg") ?? "none";
        KeyId = header.Text("kid");
        IsCritical = header.TryGetProperty("crit", out _);
        BringsCertificate = Certificates.Any(member => header.Member(member) is not null);
        Key = header.Member("jwk") is { } jwk ? Jwk.Read(jwk) : null;
    }

    /// <summary>The <c>alg</c> of its header.</summary>
    public string Algorithm { get; }

    /// <summary>The <c>kid</c> of its header: the address of the key.</summary>
    public string? KeyId { get; }

    /// <summary>The key in its header: it proves who signed only where it is the issuer's.</summary>
    public Jwk? Key { get; }

    /// <summary>Whether its header names extensions without which it must not be read (RFC 7515, 4.1.11). None is known here.</summary>
    public bool IsCritical { get; }

    /// <summary>Whether its header names the key by a certificate or a set of keys, which are not read here.</summary>
    internal bool BringsCertificate { get; }

    /// <summary>The whole payload, claims included.</summary>
    public JsonElement Payload { get; }

    /// <summary>The credential: the payload itself, or its <c>vc</c> claim where it is of Verifiable Credentials 1.1.</summary>
    public JsonElement Credential => IsVersion1 ? Payload.GetProperty("vc") : Payload;

    /// <summary>Whether the credential is in a <c>vc</c> claim, as in Verifiable Credentials 1.1.</summary>
    public bool IsVersion1 => Payload.Member("vc") is { ValueKind: JsonValueKind.Object };

    /// <summary>Signs a credential with RS256; payload: the credential and iss, jti, nbf, sub, and exp where it ends.</summary>
    /// <param name="credential">The credential without proof, as UTF-8 JSON.</param>
    /// <param name="key">The issuer's RSA key.</param>
    /// <param name="keyId">Address of its public half: a method of the issuer's DID document.</param>
    /// <exception cref="VcJwtException">It lacks id, issuer, validFrom or the subject's id, which a JWT needs.</exception>
    public static string Sign(ReadOnlyMemory<byte> credential, RsaKey key, string keyId)
    {
        var signing = new SigningCredentials(key.ForSigning(keyId), SecurityAlgorithms.RsaSha256)
        {
            CryptoProviderFactory = new() { CacheSignatureProviders = false },
        };
        return Handler.CreateToken(JwtClaims.Payload(credential), signing);
    }

    /// <summary>Reads a compact JWT without believing it.</summary>
    /// <exception cref="VcJwtException">Not three parts of base64url, or no JSON objects in them.</exception>
    public static VcJwt Read(string compact, CancellationToken cancellation = default)
    {
        if (compact.Split('.') is not [var header, var payload, _])
            throw new VcJwtException("A compact JWT has three parts.");
        if (header.Length > LongestHeader)
            throw new VcJwtException("The header of the JWT is too long.");
        try
        {
            return new(compact, Part(header, cancellation), Part(payload, cancellation));
        }
        catch (Exception broken) when (broken is FormatException or JsonException or KeyException)
        {
            throw new VcJwtException("The header or payload of the JWT is not a JSON object in base64url.", broken);
        }
    }

    /// <summary>Checks the signature with a key; the algorithm must fit the key's type.</summary>
    public async Task<JwtVerdict> Verify(Jwk key)
    {
        if (Algorithm == JwtKeys.EdDsa)
            return VerifyEdDsa(key);
        var (verdict, security) = JwtKeys.For(Algorithm, key);
        if (security is null)
            return verdict;

        var result = await Handler.ValidateTokenAsync(_compact, new TokenValidationParameters
        {
            IssuerSigningKey = security,
            ValidAlgorithms = [Algorithm],
            ValidateIssuerSigningKey = true,
            TryAllIssuerSigningKeys = true,
            ValidateIssuer = false,
            ValidateAudience = false,
            ValidateLifetime = false,
            CryptoProviderFactory = new() { CacheSignatureProviders = false },
        });
        return result.IsValid ? JwtVerdict.Verified : JwtVerdict.SignatureWrong;
    }

    private JwtVerdict VerifyEdDsa(Jwk key)
    {
        var (verdict, ed25519) = JwtKeys.Ed25519(key);
        var end = _compact.LastIndexOf('.');
        var signature = _compact.AsSpan(end + 1);
        if (ed25519 is null)
            return verdict;
        return signature.Length == EdDsaLength && Base64Url.IsValid(signature)
            && ed25519.Verifies(Encoding.ASCII.GetBytes(_compact[..end]), Base64Url.DecodeFromChars(signature))
            ? JwtVerdict.Verified
            : JwtVerdict.SignatureWrong;
    }

    private static JsonElement Part(string base64Url, CancellationToken cancellation) =>
        Json.Parse(Base64Url.DecodeFromChars(base64Url), cancellation) is { ValueKind: JsonValueKind.Object } part
            ? part
            : throw new JsonException("No object.");
}
