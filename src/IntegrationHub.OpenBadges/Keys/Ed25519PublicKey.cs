using System.Diagnostics.CodeAnalysis;
using NSec.Cryptography;

namespace IntegrationHub.OpenBadges.Keys;

/// <summary>An Ed25519 public key, written as a Multikey: <c>z6Mk…</c>.</summary>
public sealed class Ed25519PublicKey : IEquatable<Ed25519PublicKey>
{
    private static readonly byte[] Prefix = [0xed, 0x01];
    private readonly PublicKey _key;

    private Ed25519PublicKey(PublicKey key, byte[] raw) => (_key, Multikey) = (key, Multibase.Encode58([.. Prefix, .. raw]));

    /// <summary>The key as <c>publicKeyMultibase</c> and <c>did:key</c> write it.</summary>
    public string Multikey { get; }

    /// <summary>Reads a Multikey.</summary>
    /// <returns>False where it is not an Ed25519 public key.</returns>
    public static bool TryParse(string? multikey, [NotNullWhen(true)] out Ed25519PublicKey? key)
    {
        key = null;
        if (!Multibase.TryDecode58(multikey, out var bytes) || !bytes.AsSpan().StartsWith(Prefix))
            return false;
        key = TryFromBytes(bytes.AsSpan(Prefix.Length));
        return key is not null;
    }

    /// <summary>Takes the 32 bytes of a key.</summary>
    /// <returns>Null where they are no Ed25519 public key.</returns>
    public static Ed25519PublicKey? TryFromBytes(ReadOnlySpan<byte> bytes) =>
        PublicKey.TryImport(SignatureAlgorithm.Ed25519, bytes, KeyBlobFormat.RawPublicKey, out var key)
            ? new Ed25519PublicKey(key!, bytes.ToArray())
            : null;

    /// <summary>Whether the signature over the data was made with this key's private half.</summary>
    public bool Verifies(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature) => SignatureAlgorithm.Ed25519.Verify(_key, data, signature);

    /// <summary>The 32 bytes of the key.</summary>
    public byte[] ToBytes() => _key.Export(KeyBlobFormat.RawPublicKey);

    /// <inheritdoc/>
    public bool Equals(Ed25519PublicKey? other) => other?.Multikey == Multikey;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Ed25519PublicKey);

    /// <inheritdoc/>
    public override int GetHashCode() => Multikey.GetHashCode(StringComparison.Ordinal);

    /// <summary>The Multikey.</summary>
    public override string ToString() => Multikey;
}
