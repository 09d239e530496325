using System.Text.Json;
using IntegrationHub.OpenBadges.Canonical;
using IntegrationHub.OpenBadges.JsonLd;
using IntegrationHub.OpenBadges.Keys;

namespace IntegrationHub.OpenBadges.Proofs;

/// <summary>
/// Embedded proofs with the cryptosuite <c>eddsa-rdfc-2022</c> (W3C Data Integrity EdDSA Cryptosuites 1.0): Ed25519
/// over the hash of the proof's own statements and the hash of the document's. Proofs of the suite before it,
/// <c>Ed25519Signature2020</c>, are made from the same two hashes; they are checked, and no longer made.
/// </summary>
public static class DataIntegrity
{
    private const int SignatureLength = 64;

    /// <summary>Signs a document.</summary>
    /// <param name="document">UTF-8 JSON.</param>
    /// <param name="options">What the proof says.</param>
    /// <param name="key">The key that <see cref="ProofOptions.VerificationMethod"/> names.</param>
    /// <returns>The document in UTF-8 with <c>proof</c>, an array of one, as its last member; a proof that stood there is left out.
    /// Not escaped for HTML.</returns>
    /// <exception cref="JsonException">It is not JSON.</exception>
    /// <exception cref="JsonLdException">Something in it would not be signed.</exception>
    /// <exception cref="PoisonGraphException">Its blank nodes cannot be told apart in reasonable time.</exception>
    public static byte[] Sign(ReadOnlyMemory<byte> document, ProofOptions options, Ed25519Key key)
    {
        using var parsed = JsonDocument.Parse(document);
        return Sign(parsed.RootElement, options, key);
    }

    /// <inheritdoc cref="Sign(ReadOnlyMemory{byte}, ProofOptions, Ed25519Key)"/>
    public static byte[] Sign(JsonElement document, ProofOptions options, Ed25519Key key)
    {
        using var configuration = ProofJson.Configuration(options);
        var signature = key.Sign(HashData(document, configuration.RootElement));
        return ProofJson.Secured(document, configuration.RootElement, Multibase.Encode58(signature));
    }

    /// <summary>Checks one proof of a document. It judges the signature only: not whose key it is, nor any date.</summary>
    /// <param name="secured">The document; its proofs are not part of what was signed.</param>
    /// <param name="proof">The proof to check.</param>
    /// <param name="key">The key that the proof's <c>verificationMethod</c> names.</param>
    public static ProofVerdict Verify(JsonElement secured, JsonElement proof, Ed25519PublicKey key) =>
        Verify(secured, proof, key, () => DocumentQuads(secured).Hash());

    /// <param name="secured">The document.</param>
    /// <param name="proof">The proof to check.</param>
    /// <param name="key">The key that the proof names.</param>
    /// <param name="documentHash">The hash of the document's statements, where they need not be worked out for each proof.</param>
    /// <param name="steps">The work allowed for it.</param>
    internal static ProofVerdict Verify(
        JsonElement secured, JsonElement proof, Ed25519PublicKey key, Func<byte[]> documentHash, Steps? steps = null)
    {
        var fault = ProofReader.Read(proof, LinkedData.Context(secured), out var signature);
        if (fault != ProofFault.None)
            return new ProofVerdict(fault);
        if (signature.Length != SignatureLength)
            return new ProofVerdict(ProofFault.MalformedValue);
        try
        {
            byte[] signed = [.. ProofQuads(secured, proof, steps).Hash(), .. documentHash()];
            return new ProofVerdict(key.Verifies(signed, signature) ? ProofFault.None : ProofFault.WrongSignature);
        }
        catch (JsonLdException unreadable)
        {
            return new ProofVerdict(ProofFault.UnreadableDocument, unreadable);
        }
        catch (PoisonGraphException poison)
        {
            return new ProofVerdict(poison.IsLate ? ProofFault.OutOfTime : ProofFault.TooComplex);
        }
    }

    /// <summary>What is signed: the hash of the proof's statements, then the hash of the document's, 64 bytes.</summary>
    internal static byte[] HashData(JsonElement document, JsonElement proof) =>
        [.. ProofQuads(document, proof).Hash(), .. DocumentQuads(document).Hash()];

    internal static CanonicalQuads DocumentQuads(JsonElement document, Steps? steps = null) =>
        LinkedData.Canonicalize(document, LinkedData.Context(document), root: "", leaveOut: "proof", steps);

    /// <summary>The statements of a proof without its value, read under the document's contexts.</summary>
    internal static CanonicalQuads ProofQuads(JsonElement document, JsonElement proof, Steps? steps = null) =>
        LinkedData.Canonicalize(proof, LinkedData.Context(document), root: "/proof", leaveOut: "proofValue", steps);
}
