using System.Text.Json;
using IntegrationHub.OpenBadges.Keys;

namespace IntegrationHub.OpenBadges.Proofs;

/// <summary>Reads what a proof claims before anything is computed.</summary>
internal static class ProofReader
{
    public static ProofFault Read(JsonElement proof, JsonElement documentContext, out byte[] signature)
    {
        signature = [];
        if (proof.ValueKind != JsonValueKind.Object)
            return ProofFault.Malformed;
        if (!Is(proof, "type", ProofJson.Type))
            return ProofFault.UnsupportedType;
        if (!Is(proof, "cryptosuite", ProofJson.Cryptosuite))
            return ProofFault.UnsupportedCryptosuite;
        if (!Is(proof, "proofPurpose", ProofOptions.AssertionMethod))
            return ProofFault.WrongPurpose;
        if (Text(proof, "verificationMethod") is null)
            return ProofFault.Malformed;
        if (proof.TryGetProperty("@context", out var context)
            && (documentContext.ValueKind == JsonValueKind.Undefined || !JsonElement.DeepEquals(context, documentContext)))
            return ProofFault.ForeignContext;
        return Multibase.TryDecode58(Text(proof, "proofValue"), out signature) ? ProofFault.None : ProofFault.MalformedValue;
    }

    private static bool Is(JsonElement proof, string member, string expected) => Text(proof, member) == expected;

    /// <summary>A string, or an array of one string.</summary>
    private static string? Text(JsonElement proof, string member)
    {
        if (!proof.TryGetProperty(member, out var value))
            return null;
        if (value.ValueKind == JsonValueKind.Array && value.GetArrayLength() == 1)
            value = value[0];
        return value.ValueKind == JsonValueKind.String ? value.GetString() : null;
    }
}
