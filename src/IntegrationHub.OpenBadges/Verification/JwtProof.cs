using IntegrationHub.OpenBadges.Keys;
using IntegrationHub.OpenBadges.Proofs;

namespace IntegrationHub.OpenBadges.Verification;

/// <summary>Checks a JWT: whose key it names or brings, and whether the signature holds.</summary>
internal sealed class JwtProof(IssuerKeys keys)
{
    public async Task<(VerificationCheck Issuer, VerificationCheck Signature)> Of(VcJwt jwt, string? issuer)
    {
        if (jwt.IsCritical)
            return (CheckKind.Issuer.NotApplicable(), CheckKind.Signature.Failed(VerificationReason.ProofUnsupported, "crit"));
        if (Refused(JwtKeys.Refuses(jwt.Algorithm)) is { } refused)
            return (CheckKind.Issuer.NotApplicable(), refused);

        var (key, owned) = await Key(jwt, issuer);
        try
        {
            return (owned, key is null ? FoundKey.Missing(owned) : Signature(await jwt.Verify(key)));
        }
        catch (KeyException)
        {
            return (owned, CheckKind.Signature.Failed(VerificationReason.KeyUnusable));
        }
    }

    private async Task<(Jwk?, VerificationCheck)> Key(VcJwt jwt, string? issuer)
    {
        try
        {
            if (jwt.Key is { } brought)
                return (brought, await keys.Owns(issuer, brought));
            if (jwt.KeyId is null)
                return (null, jwt.BringsCertificate
                    ? CheckKind.Issuer.Unknown(VerificationReason.IssuerUnsupported)
                    : CheckKind.Issuer.Failed(VerificationReason.KeyMissing));
            if (Uri.TryCreate(jwt.KeyId, UriKind.Absolute, out var address) && Session.IsLookedUp(address) && address.Fragment.Length == 0)
                return await keys.Bare(address, issuer);

            var found = await keys.ByAddress(jwt.KeyId, issuer);
            return (found.Key?.AsJwk, found.Issuer);
        }
        catch (KeyException malformed)
        {
            return (null, CheckKind.Issuer.Failed(VerificationReason.KeyUnusable, malformed.Message));
        }
    }

    private static VerificationCheck Signature(JwtVerdict verdict) => verdict switch
    {
        JwtVerdict.Verified => CheckKind.Signature.Passed(),
        JwtVerdict.SignatureWrong => CheckKind.Signature.Failed(VerificationReason.SignatureWrong),
        _ => Refused(verdict) ?? CheckKind.Signature.Failed(VerificationReason.KeyUnusable),
    };

    private static VerificationCheck? Refused(JwtVerdict? verdict) => verdict switch
    {
        JwtVerdict.NotSigned => CheckKind.Signature.Failed(VerificationReason.NotSigned),
        JwtVerdict.SharedSecret => CheckKind.Signature.Failed(VerificationReason.SharedSecret),
        JwtVerdict.AlgorithmUnsupported => CheckKind.Signature.Unknown(VerificationReason.ProofUnsupported),
        _ => null,
    };
}
