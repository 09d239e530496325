using System.Buffers.Text;
using System.Security.Cryptography;
using IntegrationHub.OpenBadges.Keys;
using Microsoft.IdentityModel.Tokens;

namespace IntegrationHub.OpenBadges.Proofs;

/// <summary>Pins the algorithm of a JWT to the type of the key: RS256 to RSA, ES256 to P-256, EdDSA to Ed25519, nothing else.</summary>
internal static class JwtKeys
{
    public const string EdDsa = "EdDSA";

    /// <summary>Of an RSA key, in bits and characters: the work of a check grows with the cube.</summary>
    private const int MostSize = 8192;
    private const int MostCharacters = MostSize / 6 + 2;

    /// <summary>Why an algorithm is refused whatever the key, or null.</summary>
    public static JwtVerdict? Refuses(string algorithm) => algorithm switch
    {
        "RS256" or "ES256" or EdDsa => null,
        "none" => JwtVerdict.NotSigned,
        ['H', 'S', ..] => JwtVerdict.SharedSecret,
        _ => JwtVerdict.AlgorithmUnsupported,
    };

    public static (JwtVerdict Verdict, SecurityKey? Key) For(string algorithm, Jwk key) => (algorithm, key.Kty, key.Crv) switch
    {
        _ when Refuses(algorithm) is { } refused => (refused, null),
        ("RS256", "RSA", _) => Made(() => Rsa(key)),
        ("ES256", "EC", "P-256") => Made(() => P256(key)),
        _ => (JwtVerdict.KeyOfOtherType, null),
    };

    /// <summary>The key for EdDSA, which the library for JWT does not know.</summary>
    public static (JwtVerdict Verdict, Ed25519PublicKey? Key) Ed25519(Jwk key) =>
        (key.Kty, key.Crv) is not ("OKP", "Ed25519") ? (JwtVerdict.KeyOfOtherType, null)
        : key.Ed25519 is { } made ? (JwtVerdict.Verified, made)
        : (JwtVerdict.KeyUnusable, null);

    private static (JwtVerdict, SecurityKey?) Made(Func<SecurityKey?> make)
    {
        try
        {
            var key = make();
            return (key is null ? JwtVerdict.KeyUnusable : JwtVerdict.Verified, key);
        }
        catch (Exception broken) when (broken is FormatException or CryptographicException or ArgumentException)
        {
            return (JwtVerdict.KeyUnusable, null);
        }
    }

    /// <summary>With an exponent of one the signature is the text itself.</summary>
    private static RsaSecurityKey? Rsa(Jwk key)
    {
        if (key is not { N.Length: <= MostCharacters, E.Length: <= MostCharacters })
            return null;
        byte[] modulus = [.. Base64Url.DecodeFromChars(key.N).SkipWhile(value => value == 0)];
        byte[] exponent = [.. Base64Url.DecodeFromChars(key.E).SkipWhile(value => value == 0)];
        return modulus.Length * 8 is >= RsaKey.LeastSize and <= MostSize && exponent is [> 1] or [_, .., _]
            ? new(new RSAParameters { Modulus = modulus, Exponent = exponent })
            : null;
    }

    private static ECDsaSecurityKey P256(Jwk key) => new(ECDsa.Create(new ECParameters
    {
        Curve = ECCurve.NamedCurves.nistP256,
        Q = new() { X = Base64Url.DecodeFromChars(key.X), Y = Base64Url.DecodeFromChars(key.Y) },
    }));
}
