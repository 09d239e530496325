using System.Security.Cryptography;
using System.Text;

namespace IntegrationHub.Functions.Security;

/// <summary>
/// Seals what is kept outside of the process (AES-256-GCM) under a key derived from the admin key, the one secret that every
/// hub with a console has.
/// </summary>
internal sealed class KeySeal
{
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    private readonly byte[] _key;

    public KeySeal(string secret)
    {
        _key = Derive(secret, 32, "hub data protection");
        Name = Convert.ToHexStringLower(Derive(secret, 8, "hub data protection: name"));
    }

    /// <summary>Tells which secret a text was sealed with, and nothing of the secret.</summary>
    public string Name { get; }

    /// <summary>Seals bytes.</summary>
    public byte[] Seal(ReadOnlySpan<byte> plain)
    {
        var whole = new byte[NonceBytes + TagBytes + plain.Length];
        var nonce = whole.AsSpan(0, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(_key, TagBytes);
        aes.Encrypt(nonce, plain, whole.AsSpan(NonceBytes + TagBytes), whole.AsSpan(NonceBytes, TagBytes));
        return whole;
    }

    /// <summary>The bytes that were sealed.</summary>
    /// <exception cref="CryptographicException">Something else was sealed, or with another secret.</exception>
    public byte[] Open(ReadOnlySpan<byte> whole)
    {
        if (whole.Length < NonceBytes + TagBytes)
            throw new CryptographicException("What is sealed is cut short.");
        var plain = new byte[whole.Length - NonceBytes - TagBytes];
        using var aes = new AesGcm(_key, TagBytes);
        aes.Decrypt(whole[..NonceBytes], whole[(NonceBytes + TagBytes)..], whole.Slice(NonceBytes, TagBytes), plain);
        return plain;
    }

    private static byte[] Derive(string secret, int bytes, string use) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret), bytes, info: Encoding.UTF8.GetBytes(use));
}
