using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace IntegrationHub.OpenBadges.Proofs;

/// <summary>Proofs and secured documents as JSON.</summary>
internal static class ProofJson
{
    public const string Type = "DataIntegrityProof";
    public const string Cryptosuite = "eddsa-rdfc-2022";

    /// <summary>The suite before it, which is checked and no longer made.</summary>
    public const string OlderType = "Ed25519Signature2020";

    /// <summary>The context that defines the older suite: a document with such a proof names it.</summary>
    public const string OlderContext = "https://w3id.org/security/suites/ed25519-2020/v1";

    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The proof, still without its value.</summary>
    public static JsonDocument Configuration(ProofOptions options)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var writer = new Utf8JsonWriter(buffer, Readable))
        {
            writer.WriteStartObject();
            writer.WriteString("type"u8, Type);
            writer.WriteString(
                "created"u8,
                options.Created.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
            writer.WriteString("verificationMethod"u8, options.VerificationMethod);
            writer.WriteString("cryptosuite"u8, Cryptosuite);
            writer.WriteString("proofPurpose"u8, options.ProofPurpose);
            writer.WriteEndObject();
        }

        return JsonDocument.Parse(buffer.WrittenMemory);
    }

    /// <summary>The document with this proof and no other.</summary>
    public static byte[] Secured(JsonElement document, JsonElement configuration, string proofValue)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        using (var writer = new Utf8JsonWriter(buffer, Readable))
        {
            writer.WriteStartObject();
            foreach (var member in document.EnumerateObject())
                if (!member.NameEquals("proof"u8))
                    member.WriteTo(writer);
            writer.WriteStartArray("proof"u8);
            writer.WriteStartObject();
            foreach (var member in configuration.EnumerateObject())
                member.WriteTo(writer);
            writer.WriteString("proofValue"u8, proofValue);
            writer.WriteEndObject();
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }
}
