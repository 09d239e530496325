using IntegrationHub.OpenBadges.Keys;
using IntegrationHub.OpenBadges.Proofs;

namespace IntegrationHub.OpenBadges.Verification;

/// <summary>Checks a JWT: whose key it names or brings, and whether the signature holds.</summary>
internal sealed class JwtProof(IssuerKeys keys)
{
    public async Task<(Check Issuer, Check Signature)> Of(VcJwt jwt, string? issuer)
    {
        if (jwt.IsCritical)
            return (Check.NotApplicable(CheckKind.Issuer), Check.Failed(CheckKind.Signature, Reason.ProofUnsupported, "crit"));
        if (Refused(JwtKeys.Refuses(jwt.Algorithm)) is { } refused)
            return (Check.NotApplicable(CheckKind.Issuer), refused);

        var (key, owned) = await Key(jwt, issuer);
        try
        {
            return (owned, key is null ? FoundKey.Missing(owned) : Signature(await jwt.Verify(key)));
        }
        catch (KeyException)
        {
            return (owned, Check.Failed(CheckKind.Signature, Reason.KeyUnusable));
        }
    }

    private async Task<(Jwk?, Check)> Key(VcJwt jwt, string? issuer)
    {
        try
        {
            if (jwt.Key is { } brought)
                return (brought, await keys.Owns(issuer, brought));
            if (jwt.KeyId is null)
                return (null, Check.Failed(CheckKind.Issuer, Reason.KeyMissing));
            if (Uri.TryCreate(jwt.KeyId, UriKind.Absolute, out var address) && Session.IsLookedUp(address) && address.Fragment.Length == 0)
                return await keys.Bare(address, issuer);

            var found = await keys.ByAddress(jwt.KeyId, issuer);
            return (found.Key?.Jwk, found.Issuer);
        }
        catch (KeyException malformed)
        {
            return (null, Check.Failed(CheckKind.Issuer, Reason.KeyUnusable, malformed.Message));
        }
    }

    private static Check Signature(JwtVerdict verdict) => verdict switch
    {
        JwtVerdict.Verified => Check.Passed(CheckKind.Signature),
        JwtVerdict.SignatureWrong => Check.Failed(CheckKind.Signature, Reason.SignatureWrong),
        _ => Refused(verdict) ?? Check.Failed(CheckKind.Signature, Reason.KeyUnusable),
    };

    private static Check? Refused(JwtVerdict? verdict) => verdict switch
    {
        JwtVerdict.NotSigned => Check.Failed(CheckKind.Signature, Reason.NotSigned),
        JwtVerdict.SharedSecret => Check.Failed(CheckKind.Signature, Reason.SharedSecret),
        JwtVerdict.AlgorithmUnsupported => Check.Unknown(CheckKind.Signature, Reason.ProofUnsupported),
        _ => null,
    };
}
