using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace IntegrationHub.OpenBadges.Keys;

/// <summary>A public key as JSON Web Key (RFC 7517). Private members of what is read are not kept.</summary>
public sealed record Jwk
{
    /// <summary>Key type: RSA, EC or OKP.</summary>
    public required string Kty { get; init; }

    /// <summary>Modulus of an RSA key.</summary>
    public string? N { get; init; }

    /// <summary>Exponent of an RSA key.</summary>
    public string? E { get; init; }

    /// <summary>Curve: P-256, Ed25519…</summary>
    public string? Crv { get; init; }

    /// <summary>First coordinate of a point on a curve.</summary>
    public string? X { get; init; }

    /// <summary>Second coordinate of a point on a curve.</summary>
    public string? Y { get; init; }

    /// <summary>Algorithm that the key is for.</summary>
    public string? Alg { get; init; }

    /// <summary>Use that the key is for: sig.</summary>
    public string? Use { get; init; }

    /// <summary>Its name.</summary>
    public string? Kid { get; init; }

    /// <summary>Reads a key.</summary>
    /// <exception cref="KeyException">No JSON, or no key type.</exception>
    public static Jwk Read(ReadOnlySpan<byte> utf8)
    {
        try
        {
            return JsonSerializer.Deserialize(utf8, JwkJson.Default.Jwk) ?? throw new KeyException("The JWK is null.");
        }
        catch (JsonException broken)
        {
            throw new KeyException("The JWK is not a JSON object with a key type.", broken);
        }
    }

    /// <summary>Reads a key inside a document.</summary>
    /// <exception cref="KeyException">Another shape.</exception>
    public static Jwk Read(JsonElement element) => Read(Encoding.UTF8.GetBytes(element.GetRawText()));

    /// <summary>The key as compact JSON.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, JwkJson.Default.Jwk);

    /// <summary>SHA-256 thumbprint (RFC 7638), base64url.</summary>
    /// <exception cref="KeyException">A member of its key type is missing, or the type is unknown.</exception>
    public string Thumbprint()
    {
        var members = Kty switch
        {
            "RSA" => $$"""{"e":"{{Needed(E)}}","kty":"RSA","n":"{{Needed(N)}}"}""",
            "EC" => $$"""{"crv":"{{Needed(Crv)}}","kty":"EC","x":"{{Needed(X)}}","y":"{{Needed(Y)}}"}""",
            "OKP" => $$"""{"crv":"{{Needed(Crv)}}","kty":"OKP","x":"{{Needed(X)}}"}""",
            _ => throw new KeyException($"The JWK is of unknown type '{Kty}'."),
        };
        return Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(members)));
    }

    /// <summary>Whether both are the same public key, whatever they are called and used for.</summary>
    public bool IsSameKeyAs(Jwk other) => (Kty, N, E, Crv, X, Y) == (other.Kty, other.N, other.E, other.Crv, other.X, other.Y);

    /// <summary>The key where it is of Ed25519.</summary>
    internal Ed25519PublicKey? Ed25519 => this is { Kty: "OKP", Crv: "Ed25519", X: { } raw } && Base64Url.IsValid(raw)
        ? Ed25519PublicKey.TryFromBytes(Base64Url.DecodeFromChars(raw))
        : null;

    internal static Jwk Of(Ed25519PublicKey key) => new() { Kty = "OKP", Crv = "Ed25519", X = Base64Url.EncodeToString(key.ToBytes()) };

    private string Needed(string? member) => member is { Length: > 0 } && Base64UrlText(member)
        ? member
        : throw new KeyException($"The {Kty} key lacks a member, or has one that is not base64url.");

    private static bool Base64UrlText(string text) => text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_');
}

/// <summary>Writes and reads keys; members in the order of the type.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Jwk))]
internal sealed partial class JwkJson : JsonSerializerContext;
