using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using IntegrationHub.OpenBadges.Keys;

namespace IntegrationHub.Tests.OpenBadges;

/// <summary>Signs JWT with algorithms that the library only checks.</summary>
internal static class Jwts
{
    /// <summary>A header and a credential, signed.</summary>
    public static string Sign(byte[] credential, string algorithm, string keyId, Func<byte[], byte[]> sign, string more = "")
    {
        var payload = JsonNode.Parse(credential)!.AsObject();
        payload["iss"] = payload["issuer"]!["id"]!.DeepClone();
        var text = $"{Part($$"""{"alg":"{{algorithm}}","kid":"{{keyId}}"{{more}}}""")}.{Part(payload.ToJsonString())}";
        return $"{text}.{Base64Url.EncodeToString(sign(Encoding.ASCII.GetBytes(text)))}";
    }

    public static Func<byte[], byte[]> Es256(ECDsa key) => data => key.SignData(data, HashAlgorithmName.SHA256);

    public static Func<byte[], byte[]> Rs256(RSA key) => data => key.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    public static Func<byte[], byte[]> EdDsa(Ed25519Key key) => data => key.Sign(data);

    public static Jwk Public(ECDsa key)
    {
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        return new() { Kty = "EC", Crv = "P-256", X = Base64Url.EncodeToString(point.X), Y = Base64Url.EncodeToString(point.Y) };
    }

    public static Jwk Public(Ed25519Key key) =>
        new() { Kty = "OKP", Crv = "Ed25519", X = Base64Url.EncodeToString(key.PublicKey.ToBytes()) };

    public static Jwk Public(RSA key)
    {
        var parts = key.ExportParameters(includePrivateParameters: false);
        return new() { Kty = "RSA", N = Base64Url.EncodeToString(parts.Modulus), E = Base64Url.EncodeToString(parts.Exponent) };
    }

    public static string Part(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));
}
