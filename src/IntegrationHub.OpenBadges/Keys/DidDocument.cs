using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationHub.OpenBadges.Model;

namespace IntegrationHub.OpenBadges.Keys;

/// <summary>The did.json of an issuer: its keys, those of today and those that signed before.</summary>
public static class DidDocument
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The document as UTF-8 JSON.</summary>
    /// <param name="did">Who: the id of the issuer in its credentials.</param>
    /// <param name="multikeys">Ed25519 keys, the present one first, then previous ones, so that older credentials still verify.</param>
    /// <param name="jwks">RSA keys, likewise.</param>
    public static byte[] Write(string did, IEnumerable<Ed25519PublicKey> multikeys, IEnumerable<Jwk> jwks)
    {
        var methods = multikeys.Select(key => Multikey(did, key)).Concat(jwks.Select(key => JsonWebKey(did, key))).ToList();
        var document = new JsonObject
        {
            ["@context"] = new JsonArray(ContextAddress.Did, ContextAddress.Multikey, ContextAddress.JsonWebKey),
            ["id"] = did,
            ["verificationMethod"] = new JsonArray([.. methods]),
            ["assertionMethod"] = new JsonArray([.. methods.Select(method => method["id"]!.DeepClone())]),
        };
        return JsonSerializer.SerializeToUtf8Bytes(document, Plain);
    }

    /// <summary>The address of a key in the document of a DID; proofs name it.</summary>
    public static string MethodOf(string did, Ed25519PublicKey key) => $"{did}#{key.Multikey}";

    /// <summary>The address of a key in the document of a DID; the header of a JWT names it.</summary>
    /// <exception cref="KeyException">The key is incomplete.</exception>
    public static string MethodOf(string did, Jwk key) => $"{did}#{key.Thumbprint()}";

    private static JsonObject Multikey(string did, Ed25519PublicKey key) => new()
    {
        ["id"] = MethodOf(did, key),
        ["type"] = "Multikey",
        ["controller"] = did,
        ["publicKeyMultibase"] = key.Multikey,
    };

    private static JsonObject JsonWebKey(string did, Jwk key) => new()
    {
        ["id"] = MethodOf(did, key),
        ["type"] = "JsonWebKey",
        ["controller"] = did,
        ["publicKeyJwk"] = JsonNode.Parse(key.ToJson()),
    };
}
