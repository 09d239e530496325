using System.Text.Json;
using IntegrationHub.OpenBadges.Proofs;

namespace IntegrationHub.OpenBadges.Verification;

/// <summary>Checks one embedded proof: whose key it is, and whether the signature holds.</summary>
internal sealed class EmbeddedProof(Session session)
{
    private static readonly string[] RequiredTexts = ["proofPurpose", "proofValue"];
    private static readonly string[] OptionalTimes = ["created", "expires"];

    public static string? Name(JsonElement proof) => proof.Texts("cryptosuite").FirstOrDefault() ?? proof.Texts("type").FirstOrDefault();

    public async Task<(VerificationCheck Issuer, VerificationCheck Signature)> Of(
        JsonElement credential, JsonElement proof, string? issuer, (VerificationCheck Check, byte[] Hash) contexts)
    {
        if (proof.Text("verificationMethod") is not { } address)
            return (CheckKind.Issuer.Failed(VerificationReason.KeyMissing), CheckKind.Signature.Failed(VerificationReason.ProofMalformed));

        var found = await new IssuerKeys(session).ByAddress(address, issuer);
        return (found.Issuer, found.Key switch
        {
            null => FoundKey.Missing(found.Issuer),
            { Ed25519: null } => CheckKind.Signature.Failed(VerificationReason.KeyUnusable),
            _ when contexts.Check.Outcome != CheckOutcome.Passed => CheckKind.Signature.Unknown(contexts.Check.Reason),
            _ when Malformed(proof) is { } member => CheckKind.Signature.Failed(VerificationReason.ProofMalformed, member),
            _ when proof.Time("expires") <= session.Now => CheckKind.Signature.Failed(VerificationReason.ProofExpired),
            { Ed25519: { } key } => Signature(DataIntegrity.Verify(credential, proof, key, () => contexts.Hash, session.Steps)),
        });
    }

    private static string? Malformed(JsonElement proof) =>
        RequiredTexts.FirstOrDefault(member => proof.Text(member) is null)
            ?? (proof.Member("cryptosuite") is { ValueKind: not JsonValueKind.String } ? "cryptosuite" : null)
            ?? OptionalTimes.FirstOrDefault(member => !proof.IsTimeOrAbsent(member));

    private static VerificationCheck Signature(ProofVerdict verdict) => verdict.Fault switch
    {
        ProofFault.None => CheckKind.Signature.Passed(),
        ProofFault.WrongSignature => CheckKind.Signature.Failed(VerificationReason.SignatureWrong),
        ProofFault.UnsupportedType or ProofFault.UnsupportedCryptosuite => CheckKind.Signature.Unknown(VerificationReason.ProofUnsupported),
        ProofFault.TooComplex => CheckKind.Signature.Failed(VerificationReason.TooComplex),
        ProofFault.OutOfTime => CheckKind.Signature.Unknown(VerificationReason.TooComplex),
        _ => CheckKind.Signature.Failed(VerificationReason.ProofMalformed, verdict.Unreadable?.Message ?? verdict.Fault.ToString()),
    };
}
