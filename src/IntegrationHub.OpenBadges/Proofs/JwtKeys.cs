using System.Buffers.Text;
using System.Security.Cryptography;
using IntegrationHub.OpenBadges.Keys;
using Microsoft.IdentityModel.Tokens;

namespace IntegrationHub.OpenBadges.Proofs;

/// <summary>Pins the algorithm of a JWT to the type of the key: RS256 to RSA, ES256 to P-256, nothing else.</summary>
internal static class JwtKeys
{
    /// <summary>Why an algorithm is refused whatever the key, or null.</summary>
    public static JwtVerdict? Refuses(string algorithm) => algorithm switch
    {
        "RS256" or "ES256" => null,
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

    private static RsaSecurityKey? Rsa(Jwk key)
    {
        var modulus = Base64Url.DecodeFromChars(key.N);
        return modulus.Length * 8 < RsaKey.LeastSize
            ? null
            : new(new RSAParameters { Modulus = modulus, Exponent = Base64Url.DecodeFromChars(key.E) });
    }

    private static ECDsaSecurityKey P256(Jwk key) => new(ECDsa.Create(new ECParameters
    {
        Curve = ECCurve.NamedCurves.nistP256,
        Q = new() { X = Base64Url.DecodeFromChars(key.X), Y = Base64Url.DecodeFromChars(key.Y) },
    }));
}
