using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using NSec.Cryptography;

namespace IntegrationHub.OpenBadges.Keys;

/// <summary>An Ed25519 key pair. The seed cannot be read back out of it.</summary>
public sealed class Ed25519Key : IDisposable
{
    /// <summary>Length of a seed in bytes.</summary>
    public const int SeedLength = 32;

    private readonly Key _key;

    private Ed25519Key(Key key)
    {
        _key = key;
        PublicKey = Ed25519PublicKey.TryFromBytes(key.PublicKey.Export(KeyBlobFormat.RawPublicKey))!;
    }

    /// <summary>The public half.</summary>
    public Ed25519PublicKey PublicKey { get; }

    /// <summary>Makes the key pair of a seed.</summary>
    /// <exception cref="ArgumentException">The seed does not have 32 bytes.</exception>
    public static Ed25519Key FromSeed(ReadOnlySpan<byte> seed) => seed.Length == SeedLength
        ? new Ed25519Key(Key.Import(SignatureAlgorithm.Ed25519, seed, KeyBlobFormat.RawPrivateKey))
        : throw new ArgumentException($"An Ed25519 seed has {SeedLength} bytes", nameof(seed));

    /// <summary>Makes the key pair of a seed in base64url, as a setting holds it.</summary>
    /// <returns>False where the text is not the base64url of 32 bytes.</returns>
    public static bool TryFromText(string? seed, [NotNullWhen(true)] out Ed25519Key? key)
    {
        key = null;
        if (seed is null || !Base64Url.IsValid(seed, out var length) || length != SeedLength)
            return false;
        var bytes = Base64Url.DecodeFromChars(seed);
        key = FromSeed(bytes);
        CryptographicOperations.ZeroMemory(bytes);
        return true;
    }

    /// <summary>The signature of the data: 64 bytes, always the same for the same data.</summary>
    public byte[] Sign(ReadOnlySpan<byte> data) => SignatureAlgorithm.Ed25519.Sign(_key, data);

    /// <inheritdoc/>
    public void Dispose() => _key.Dispose();

    /// <summary>The public half, never the seed.</summary>
    public override string ToString() => PublicKey.Multikey;
}
