using System.Diagnostics.CodeAnalysis;

namespace IntegrationHub.OpenBadges.Keys;

/// <summary>The DID method <c>did:key</c> for Ed25519: the identifier is the key.</summary>
public static class DidKey
{
    private const string Prefix = "did:key:";

    /// <summary>Whether a text is a did:key, of whatever key.</summary>
    public static bool Is(string did) => did.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>The DID of a key.</summary>
    public static string Of(Ed25519PublicKey key) => Prefix + key.Multikey;

    /// <summary>The key of a DID, or of its method <c>did:key:z…#z…</c>.</summary>
    /// <returns>False where it is no did:key of Ed25519, or the fragment names another key.</returns>
    public static bool TryParse(string did, [NotNullWhen(true)] out Ed25519PublicKey? key)
    {
        key = null;
        if (!Is(did))
            return false;
        var parts = did[Prefix.Length..].Split('#');
        return parts.All(part => part == parts[0]) && Ed25519PublicKey.TryParse(parts[0], out key);
    }
}
