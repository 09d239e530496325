using System.Text;
using System.Text.Json.Nodes;
using IntegrationHub.OpenBadges.Keys;
using IntegrationHub.OpenBadges.Proofs;

namespace IntegrationHub.Tests.OpenBadges;

/// <summary>Signs and verifies with one invented key.</summary>
internal static class SignedBadge
{
    private static readonly Ed25519Key Key = Ed25519Key.FromSeed(Enumerable.Range(0, 32).Select(value => (byte)value).ToArray());

    public static JsonObject Sign(JsonObject document) => JsonNode.Parse(DataIntegrity.Sign(
        Encoding.UTF8.GetBytes(document.ToJsonString()),
        new ProofOptions
        {
            VerificationMethod = $"did:web:hub.example.ca:issuers:lacnord#{Key.PublicKey.Multikey}",
            Created = new DateTimeOffset(2026, 9, 2, 8, 0, 0, TimeSpan.FromHours(-4)),
        },
        Key))!.AsObject();

    public static ProofVerdict Verify(JsonObject secured, Ed25519PublicKey? key = null) => Verify(secured.ToJsonString(), key);

    public static ProofVerdict Verify(string secured, Ed25519PublicKey? key = null)
    {
        var document = Published.Parse(secured);
        return DataIntegrity.Verify(document, Published.Proof(document), key ?? Key.PublicKey);
    }
}
