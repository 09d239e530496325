using System.Text.Json;
using IntegrationHub.OpenBadges.JsonLd;
using IntegrationHub.OpenBadges.Proofs;

namespace IntegrationHub.OpenBadges.Verification;

/// <summary>Whether a credential is genuine: what its contexts, its issuer's keys and its signature say.</summary>
internal sealed record Genuineness(VerificationCheck Contexts, VerificationCheck Issuer, VerificationCheck Signature)
{
    public VerificationCheck Worst => VerificationCheck.Worst(CheckKind.Signature, [Signature, Issuer, Contexts]);
}

/// <summary>Checks embedded proofs and JWT alike.</summary>
internal sealed class ProofChecks(Session session)
{
    private const int MostProofs = 4;

    public async Task<Genuineness> Of(Presented presented)
    {
        var contexts = ContextsCheck.Of(presented.Credential, session.Steps);
        var issuer = presented.Facts.IssuerId;
        var (owned, signature) = presented.Jwt is { } jwt
            ? await new JwtProof(new IssuerKeys(session)).Of(jwt, issuer)
            : await Embedded(presented.Credential, issuer, contexts);
        return new(contexts.Check, owned, signature);
    }

    /// <summary>At least one proof of a supported kind must hold, and none of them may fail; others are passed over.</summary>
    private async Task<(VerificationCheck Issuer, VerificationCheck Signature)> Embedded(
        JsonElement credential, string? issuer, (VerificationCheck, byte[]) contexts)
    {
        var proofs = credential.All("proof").ToList();
        if (proofs.Count == 0)
            return (CheckKind.Issuer.NotApplicable(), CheckKind.Signature.Failed(VerificationReason.NotSigned));

        var context = LinkedData.Context(credential);
        var supported = proofs.Where(proof => ProofReader.IsSupported(proof, context)).ToList();
        if (supported.Count == 0)
            return (
                CheckKind.Issuer.Unknown(VerificationReason.ProofUnsupported),
                CheckKind.Signature.Unknown(VerificationReason.ProofUnsupported, EmbeddedProof.Name(proofs[0])));

        var checker = new EmbeddedProof(session);
        var checks = new List<(VerificationCheck Issuer, VerificationCheck Signature)>();
        foreach (var proof in supported.Take(MostProofs))
            checks.Add(await checker.Of(credential, proof, issuer, contexts));
        if (supported.Count > MostProofs)
            checks.Add((checks[0].Issuer, CheckKind.Signature.Unknown(VerificationReason.TooMany)));
        return (
            checks.Select(check => check.Issuer).MinBy(check => check.Outcome)!,
            VerificationCheck.Worst(CheckKind.Signature, checks.Select(check => check.Signature)));
    }
}
