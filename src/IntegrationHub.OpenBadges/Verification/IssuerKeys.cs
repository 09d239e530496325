using IntegrationHub.OpenBadges.Keys;

namespace IntegrationHub.OpenBadges.Verification;

/// <summary>A key that was looked up, and whether it is the issuer's.</summary>
/// <param name="Key">The key; null where it could not be found.</param>
/// <param name="Issuer">Whether it is the issuer's.</param>
internal sealed record FoundKey(VerificationMethod? Key, VerificationCheck Issuer)
{
    /// <summary>What is said of a signature where there is no key to check it with: why there is none.</summary>
    /// <param name="issuer">What was found out about the key.</param>
    public static VerificationCheck Missing(VerificationCheck issuer) => CheckKind.Signature.Unknown(issuer.Outcome switch
    {
        CheckOutcome.Failed => issuer.Reason,
        CheckOutcome.Unknown => VerificationReason.KeyUnreachable,
        _ => VerificationReason.KeyUnusable,
    });
}

/// <summary>Looks up the keys that proofs name. Only the issuer's own document is believed, never the address of a key alone.</summary>
internal sealed class IssuerKeys(Session session)
{
    /// <summary>The key at the address that a proof or the header of a JWT names.</summary>
    public async Task<FoundKey> ByAddress(string address, string? issuer)
    {
        var holder = address.Split('#')[0];
        var named = InAddress(address);
        if (OwnKeys.Is(address))
            return new(named, OwnKeys.Check(address, issuer));
        if (holder != issuer && Uri.TryCreate(holder, UriKind.Absolute, out _))
            return new(named, Failed(VerificationReason.KeyOfAnother, holder));
        if (DocumentOf(holder) is null)
            return new(named, CheckKind.Issuer.Unknown(VerificationReason.IssuerUnsupported, holder));

        var (document, fault) = await Document(holder);
        var key = document?.Find(address);
        return new(key ?? named, fault ?? (key is null ? Failed(VerificationReason.KeyNotListed, address) : Listed(document!, key)));
    }

    /// <summary>
    /// Whether a key is the issuer's that a JWT brings itself, or that lies bare at an address: that alone says nothing, whoever's the
    /// address.
    /// </summary>
    public async Task<VerificationCheck> Owns(string? issuer, Jwk key)
    {
        if (issuer is not null && OwnKeys.Is(issuer))
            return OwnKeys.Of(issuer) is { } own && own.AsJwk?.IsSameKeyAs(key) is not true
                ? Failed(VerificationReason.KeyNotListed)
                : OwnKeys.Check(issuer, issuer);
        if (issuer is null || DocumentOf(issuer) is null)
            return CheckKind.Issuer.Unknown(VerificationReason.IssuerUnsupported, issuer);

        var (document, fault) = await Document(issuer);
        if (fault is not null)
            return fault;
        if (document!.Methods.FirstOrDefault(method => method.AsJwk?.IsSameKeyAs(key) is true) is { } listed)
            return Listed(document, listed);

        // What lies at an address is often a mere profile, which lists no keys at all; a DID document does.
        return DidWeb.Is(issuer) ? Failed(VerificationReason.KeyNotListed) : CheckKind.Issuer.Unknown(VerificationReason.KeyNotListed);
    }

    /// <summary>A bare JWK at an address, and whether it is the issuer's.</summary>
    public async Task<(Jwk? Key, VerificationCheck Issuer)> Bare(Uri address, string? issuer) => await Bare(address) is { } key
        ? (key, await Owns(issuer, key))
        : (null, CheckKind.Issuer.Unknown(session.WhyNot(address, VerificationReason.IssuerUnreachable), address.AbsoluteUri));

    private async Task<Jwk?> Bare(Uri address)
    {
        try
        {
            return await session.Fetch(address) is { } bytes ? Jwk.Read(bytes) : null;
        }
        catch (KeyException)
        {
            return null;
        }
    }

    private async Task<(ControllerDocument? Document, VerificationCheck? Fault)> Document(string holder)
    {
        var address = DocumentOf(holder)!;
        if (await session.Fetch(address) is not { } bytes)
            return (null, CheckKind.Issuer.Unknown(session.WhyNot(address, VerificationReason.IssuerUnreachable), holder));
        try
        {
            var document = ControllerDocument.Read(bytes);
            return document.Id == holder ? (document, null) : (null, Failed(VerificationReason.IssuerDocumentMalformed, document.Id));
        }
        catch (KeyException malformed)
        {
            return (null, Failed(VerificationReason.IssuerDocumentMalformed, malformed.Message));
        }
    }

    /// <summary>Whether a key in the issuer's own document may vouch for credentials now.</summary>
    private VerificationCheck Listed(ControllerDocument document, VerificationMethod key) =>
        key.Controller != document.Id ? Failed(VerificationReason.KeyOfAnother, key.Controller)
        : key.Ends <= session.Now ? Failed(VerificationReason.KeyEnded, key.Id)
        : document.Asserts(key) ? Passed()
        : Failed(VerificationReason.KeyNotForCredentials, key.Id);

    private static Uri? DocumentOf(string holder) =>
        DidWeb.TryToAddress(holder, out var document) ? document
        : Uri.TryCreate(holder, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps ? address : null;

    /// <summary>
    /// The key that an address itself spells (<c>…#z6Mk…</c>): with it the content can be checked where the issuer cannot be asked.
    /// An identifier that is a key spells its own only, whatever stands behind it.
    /// </summary>
    private static VerificationMethod? InAddress(string address)
    {
        if (OwnKeys.Is(address))
            return OwnKeys.Of(address);
        var spelt = address.Split('#', ':')[^1];
        return Ed25519PublicKey.TryParse(spelt, out _) ? new(address, null, spelt, null) : null;
    }

    private static VerificationCheck Passed() => CheckKind.Issuer.Passed();

    private static VerificationCheck Failed(VerificationReason reason, string? detail = null) => CheckKind.Issuer.Failed(reason, detail);
}
