using System.Text.Json;
using IntegrationHub.OpenBadges.Keys;

namespace IntegrationHub.OpenBadges.Proofs;

/// <summary>Reads what a proof claims before anything is computed.</summary>
internal static class ProofReader
{
    public static ProofFault Read(JsonElement proof, JsonElement documentContext, out byte[] signature)
    {
        signature = [];
        if (Unsupported(proof, documentContext) is var unsupported and not ProofFault.None)
            return unsupported;
        if (!Is(proof, "proofPurpose", ProofOptions.AssertionMethod))
            return ProofFault.WrongPurpose;
        if (Text(proof, "verificationMethod") is null)
            return ProofFault.Malformed;
        return Multibase.TryDecode58(Text(proof, "proofValue"), out signature) ? ProofFault.None : ProofFault.MalformedValue;
    }

    /// <summary>Whether a proof is of a suite that is checked here, and is read under the document's contexts.</summary>
    public static bool IsSupported(JsonElement proof, JsonElement documentContext) =>
        Unsupported(proof, documentContext) == ProofFault.None;

    private static ProofFault Unsupported(JsonElement proof, JsonElement documentContext) =>
        proof.ValueKind != JsonValueKind.Object ? ProofFault.Malformed
        : Suite(proof, documentContext) is var suite and not ProofFault.None ? suite
        : proof.TryGetProperty("@context", out var context)
            && (documentContext.ValueKind == JsonValueKind.Undefined || !JsonElement.DeepEquals(context, documentContext))
            ? ProofFault.ForeignContext
        : ProofFault.None;

    /// <summary>The older suite is one only under its own context; elsewhere its name means nothing.</summary>
    private static ProofFault Suite(JsonElement proof, JsonElement documentContext) => Text(proof, "type") switch
    {
        ProofJson.Type => Is(proof, "cryptosuite", ProofJson.Cryptosuite) ? ProofFault.None : ProofFault.UnsupportedCryptosuite,
        ProofJson.OlderType when Names(documentContext, ProofJson.OlderContext) => ProofFault.None,
        _ => ProofFault.UnsupportedType,
    };

    private static bool Names(JsonElement context, string address) => context.ValueKind == JsonValueKind.Array
        ? context.EnumerateArray().Any(one => Names(one, address))
        : context.ValueKind == JsonValueKind.String && context.ValueEquals(address);

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
