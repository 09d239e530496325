using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using IntegrationHub.OpenBadges.Keys;
using IntegrationHub.OpenBadges.Proofs;

namespace IntegrationHub.EndToEnd.Credentials;

/// <summary>Makes credentials that must not be believed.</summary>
internal static class Forger
{
    public static readonly Ed25519Key OtherKey = Ed25519Key.FromSeed(RandomNumberGenerator.GetBytes(Ed25519Key.SeedLength));

    /// <summary>Signed again, by whatever key, under whatever name of a key.</summary>
    public static JsonObject Sign(JsonObject credential, Ed25519Key key, string method)
    {
        var document = credential.DeepClone().AsObject();
        document.Remove("proof");
        var options = new ProofOptions
        {
            VerificationMethod = method,
            Created = DateTimeOffset.Parse(document["validFrom"]!.GetValue<string>(), null),
        };
        return JsonNode.Parse(DataIntegrity.Sign(Encoding.UTF8.GetBytes(document.ToJsonString()), options, key))!.AsObject();
    }

    /// <summary>The name of the key that signed.</summary>
    public static string MethodOf(JsonObject credential) => credential["proof"]![0]!["verificationMethod"]!.GetValue<string>();

    /// <summary>A JWT of other parts: the signature is what <paramref name="sign"/> makes of header and payload.</summary>
    public static string Token(string jwt, Action<JsonObject>? header, Action<JsonObject>? payload, Func<byte[], byte[]>? sign = null)
    {
        var parts = jwt.Split('.');
        var forged = $"{Part(parts[0], header)}.{Part(parts[1], payload)}";
        return $"{forged}.{(sign is null ? parts[2] : Base64Url.EncodeToString(sign(Encoding.ASCII.GetBytes(forged))))}";
    }

    private static string Part(string part, Action<JsonObject>? change)
    {
        var json = JsonNode.Parse(Base64Url.DecodeFromChars(part))!.AsObject();
        change?.Invoke(json);
        return change is null ? part : Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json.ToJsonString()));
    }
}
