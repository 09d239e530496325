using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;

namespace IntegrationHub.OpenBadges.Keys;

/// <summary>An issuer's RSA key, with which JWT credentials are signed.</summary>
public sealed class RsaKey : IDisposable
{
    /// <summary>Least size in bits.</summary>
    public const int LeastSize = 2048;

    private readonly RSA _rsa;

    private RsaKey(RSA rsa)
    {
        _rsa = rsa;
        var parts = rsa.ExportParameters(includePrivateParameters: false);
        var (modulus, exponent) = (Base64Url.EncodeToString(parts.Modulus), Base64Url.EncodeToString(parts.Exponent));
        var bare = new Jwk { Kty = "RSA", N = modulus, E = exponent, Alg = "RS256", Use = "sig" };
        PublicJwk = bare with { Kid = bare.Thumbprint() };
    }

    /// <summary>The public half, named by its thumbprint.</summary>
    public Jwk PublicJwk { get; }

    /// <summary>SHA-256 thumbprint of the public half (RFC 7638).</summary>
    public string Thumbprint => PublicJwk.Kid!;

    /// <summary>A key from PKCS#8 in base64 on one line.</summary>
    /// <exception cref="KeyException">No base64, no PKCS#8, no RSA key, or one of less than <see cref="LeastSize"/> bits.</exception>
    public static RsaKey FromPkcs8(string base64)
    {
        var rsa = RSA.Create();
        try
        {
            rsa.ImportPkcs8PrivateKey(Convert.FromBase64String(base64), out _);
            if (rsa.KeySize < LeastSize)
                throw new KeyException($"The RSA key has {rsa.KeySize} bits; the least is {LeastSize}.");
            return new(rsa);
        }
        catch (Exception broken) when (broken is FormatException or CryptographicException)
        {
            rsa.Dispose();
            throw new KeyException("The RSA key is not PKCS#8 in base64.");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _rsa.Dispose();

    /// <summary>Never the key.</summary>
    public override string ToString() => nameof(RsaKey);

    internal RsaSecurityKey ForSigning(string name) => new(_rsa) { KeyId = name };
}
