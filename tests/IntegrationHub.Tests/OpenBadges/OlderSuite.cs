using System.Text;
using System.Text.Json.Nodes;
using IntegrationHub.OpenBadges.Keys;
using IntegrationHub.OpenBadges.Proofs;

namespace IntegrationHub.Tests.OpenBadges;

/// <summary>Signs as the suite before <c>eddsa-rdfc-2022</c> does, which the library only checks.</summary>
internal static class OlderSuite
{
    public const string Context = "https://w3id.org/security/suites/ed25519-2020/v1";

    /// <summary>The document with the suite's context and an <c>Ed25519Signature2020</c>.</summary>
    public static byte[] Sign(byte[] document, Ed25519Key key, string did)
    {
        var secured = JsonNode.Parse(document)!.AsObject();
        if (secured["@context"]!.AsArray().All(one => one!.GetValue<string>() != Context))
            secured["@context"]!.AsArray().Add(Context);
        var proof = new JsonObject
        {
            ["type"] = "Ed25519Signature2020",
            ["created"] = "2026-05-04T17:00:00Z",
            ["verificationMethod"] = DidDocument.MethodOf(did, key.PublicKey),
            ["proofPurpose"] = "assertionMethod",
        };
        var signed = DataIntegrity.HashData(Published.Parse(secured.ToJsonString()), Published.Parse(proof.ToJsonString()));
        proof["proofValue"] = Multibase.Encode58(key.Sign(signed));
        secured["proof"] = proof;
        return Encoding.UTF8.GetBytes(secured.ToJsonString());
    }
}
