using IntegrationHub.OpenBadges.Keys;

namespace IntegrationHub.OpenBadges.Verification;

/// <summary>Identifiers that are their own key (<c>did:key</c>, <c>did:jwk</c>): nobody needs to be asked for it.</summary>
internal static class OwnKeys
{
    private const int LeastKeyLength = 34; // of the key of a curve, with the code of its kind

    /// <summary>Whether an identifier, or the address of a key, is of that sort.</summary>
    public static bool Is(string did) => DidKey.Is(did) || DidJwk.Is(did);

    /// <summary>The one key of such an identifier; null where it cannot be read, or another one is spelt behind it.</summary>
    public static VerificationMethod? Of(string address) =>
        DidKey.TryParse(address, out var ed25519) ? new(address, null, ed25519.Multikey, null)
        : DidJwk.TryParse(address, out var jwk) ? new(address, null, null, jwk)
        : null;

    /// <summary>Whether the key at such an address is the issuer's.</summary>
    public static VerificationCheck Check(string address, string? issuer)
    {
        var holder = address.Split('#')[0];
        return Of(address) switch
        {
            null when holder == issuer && IsOfAnotherKind(address) =>
                CheckKind.Issuer.Unknown(VerificationReason.IssuerUnsupported, holder),
            null => CheckKind.Issuer.Failed(VerificationReason.KeyUnusable),
            _ when holder != issuer => CheckKind.Issuer.Failed(VerificationReason.KeyOfAnother, holder),
            { Jwk.Use: not (null or "sig") } => CheckKind.Issuer.Failed(VerificationReason.KeyNotForCredentials),
            _ => CheckKind.Issuer.Passed(),
        };
    }

    /// <summary>A did:key of another curve than Ed25519, which is no fault of it.</summary>
    private static bool IsOfAnotherKind(string address) =>
        address.Split(':', '#') is ["did", "key", var key, .. var behind] && behind.All(one => one == key)
        && Multibase.TryDecode58(key, out var bytes) && bytes is not [0xed, 0x01, ..] && bytes.Length >= LeastKeyLength;
}
