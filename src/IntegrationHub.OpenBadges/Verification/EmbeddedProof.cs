using System.Text.Json;
using IntegrationHub.OpenBadges.Proofs;

namespace IntegrationHub.OpenBadges.Verification;

/// <summary>Checks one embedded proof: whose key it is, and whether the signature holds.</summary>
internal sealed class EmbeddedProof(Session session)
{
    private static readonly string[] s_texts = ["cryptosuite", "proofPurpose", "proofValue"];
    private static readonly string[] s_times = ["created", "expires"];

    public static bool IsSupported(JsonElement proof) => proof.Texts("type").Contains(ProofJson.Type) && proof.Texts("cryptosuite").Contains(ProofJson.Cryptosuite);

    public static string? Name(JsonElement proof) => proof.Texts("cryptosuite").FirstOrDefault() ?? proof.Texts("type").FirstOrDefault();

    public async Task<(Check Issuer, Check Signature)> Of(JsonElement credential, JsonElement proof, string? issuer, (Check Check, byte[] Hash) contexts)
    {
        if (proof.Text("verificationMethod") is not { } address)
            return (Check.Failed(CheckKind.Issuer, Reason.KeyMissing), Check.Failed(CheckKind.Signature, Reason.ProofMalformed));

        var found = await new IssuerKeys(session).ByAddress(address, issuer);
        return (found.Issuer, found.Key switch
        {
            null => FoundKey.Missing(found.Issuer),
            { Ed25519: null } => Check.Failed(CheckKind.Signature, Reason.KeyUnusable),
            _ when contexts.Check.Outcome != CheckOutcome.Passed => Check.Unknown(CheckKind.Signature, contexts.Check.Reason),
            _ when Malformed(proof) is { } member => Check.Failed(CheckKind.Signature, Reason.ProofMalformed, member),
            _ when proof.Time("expires") <= session.Now => Check.Failed(CheckKind.Signature, Reason.ProofExpired),
            { Ed25519: { } key } => Signature(DataIntegrity.Verify(credential, proof, key, () => contexts.Hash, session.Steps)),
        });
    }

    private static string? Malformed(JsonElement proof) =>
        s_texts.FirstOrDefault(member => proof.Text(member) is null) ?? s_times.FirstOrDefault(member => !proof.IsTimeOrAbsent(member));

    private static Check Signature(ProofVerdict verdict) => verdict.Fault switch
    {
        ProofFault.None => Check.Passed(CheckKind.Signature),
        ProofFault.WrongSignature => Check.Failed(CheckKind.Signature, Reason.SignatureWrong),
        ProofFault.UnsupportedType or ProofFault.UnsupportedCryptosuite => Check.Unknown(CheckKind.Signature, Reason.ProofUnsupported),
        ProofFault.TooComplex => Check.Failed(CheckKind.Signature, Reason.TooComplex),
        ProofFault.OutOfTime => Check.Unknown(CheckKind.Signature, Reason.TooComplex),
        _ => Check.Failed(CheckKind.Signature, Reason.ProofMalformed, verdict.Unreadable?.Message ?? verdict.Fault.ToString()),
    };
}
