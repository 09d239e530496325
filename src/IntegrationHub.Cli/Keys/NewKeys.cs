using System.Buffers.Text;
using System.Security.Cryptography;
using IntegrationHub.OpenBadges.Keys;

namespace IntegrationHub.Cli.Keys;

/// <summary>The two keys that an institution signs its credentials with, as settings hold them.</summary>
internal sealed record NewKeys(string Ed25519, string Rsa)
{
    private const int RsaBits = 2048;

    public static NewKeys Make() => new(MakeEd25519(), MakeRsa());

    /// <summary>Base64url of 32 random bytes.</summary>
    public static string MakeEd25519() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Ed25519Key.SeedLength));

    /// <summary>Base64 of the PKCS#8 form.</summary>
    public static string MakeRsa()
    {
        using var key = RSA.Create(RsaBits);
        return Convert.ToBase64String(key.ExportPkcs8PrivateKey());
    }

    /// <summary>The public halves, as an institution's file keeps them when the keys are replaced.</summary>
    public (string Multikey, string Jwk) Public()
    {
        using var rsa = RsaKey.FromPkcs8(Rsa);
        if (!Ed25519Key.TryFromText(Ed25519, out var key))
            throw new InvalidOperationException("The seed that was just made is none.");
        using (key)
            return (key.PublicKey.Multikey, rsa.PublicJwk.ToJson());
    }

    /// <summary>Names no secret.</summary>
    public override string ToString() => nameof(NewKeys);
}
