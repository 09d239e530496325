using System.Buffers.Text;
using System.Security.Cryptography;

namespace IntegrationHub.OpenBadges.Keys;

/// <summary>
/// The keys of a new issuer as texts: two secrets for the settings, two public halves for reading and for later rotation.
/// </summary>
public sealed class NewKeys
{
    private NewKeys(byte[] seed, RSA rsa)
    {
        Ed25519Seed = Base64Url.EncodeToString(seed);
        RsaPkcs8 = Convert.ToBase64String(rsa.ExportPkcs8PrivateKey());
        using var key = RsaKey.FromPkcs8(RsaPkcs8);
        PublicJwk = key.PublicJwk.ToJson();
        using var pair = Ed25519Key.FromSeed(seed);
        PublicMultikey = pair.PublicKey.Multikey;
    }

    /// <summary>Secret: the 32 bytes of the Ed25519 seed, base64url.</summary>
    public string Ed25519Seed { get; }

    /// <summary>Secret: the RSA key, PKCS#8 in base64 on one line.</summary>
    public string RsaPkcs8 { get; }

    /// <summary>Public half of the Ed25519 key: <c>z6Mk…</c>.</summary>
    public string PublicMultikey { get; }

    /// <summary>Public half of the RSA key: a JWK on one line.</summary>
    public string PublicJwk { get; }

    /// <summary>Makes both keys from the system's source of randomness.</summary>
    public static NewKeys Generate()
    {
        using var rsa = RSA.Create(RsaKey.LeastSize);
        return new(RandomNumberGenerator.GetBytes(Ed25519Key.SeedLength), rsa);
    }

    /// <summary>Never the secrets.</summary>
    public override string ToString() => PublicMultikey;
}
