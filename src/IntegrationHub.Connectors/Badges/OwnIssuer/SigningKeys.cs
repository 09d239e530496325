using System.Collections.Concurrent;
using IntegrationHub.Core.Institutions;
using IntegrationHub.OpenBadges.Keys;

namespace IntegrationHub.Connectors.Badges.OwnIssuer;

/// <summary>The keys an institution signs with: read from settings, kept in memory, never shown.</summary>
public sealed class SigningKeys(ISecrets secrets) : IDisposable
{
    private readonly ConcurrentDictionary<(string, string), SigningKeyPair> _read = new();

    /// <summary>The keys of an issuer.</summary>
    /// <exception cref="SigningKeyException">A key is missing or malformed; the message names the setting and never its value.</exception>
    public SigningKeyPair Of(Issuer issuer) => _read.GetOrAdd((issuer.Ed25519, issuer.Rsa), _ => new(
        Read(issuer.Ed25519, "32 bytes as base64url", text => Ed25519Key.TryFromText(text, out var key) ? key : null),
        Read(issuer.Rsa, "an RSA key of 2048 bits or more, PKCS#8 as base64", Rsa)));

    /// <summary>What is wrong with an institution's keys; null where nothing is, or it is no issuer.</summary>
    public string? Fault(Institution institution)
    {
        try
        {
            if (institution.Issuer is not { } issuer)
                return null;
            Of(issuer);
            foreach (var previous in issuer.Previous)
                CheckPrevious(previous);
            return null;
        }
        catch (SigningKeyException fault)
        {
            return $"The institution '{institution.Id}' cannot sign credentials. {fault.Message}";
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var pair in _read.Values)
        {
            pair.Ed25519.Dispose();
            pair.Rsa.Dispose();
        }
    }

    private static void CheckPrevious(PreviousKey key)
    {
        if (key.Multikey is { } multikey && !Ed25519PublicKey.TryParse(multikey, out _))
            throw new SigningKeyException($"The previous key '{multikey}' is no Ed25519 multikey (z6Mk…).");
        if (key.Jwk is { } jwk && !IsJwk(jwk))
            throw new SigningKeyException("A previous key is no RSA key as JWK with kty, n and e.");
    }

    private static bool IsJwk(string text)
    {
        try
        {
            return Jwk.Read(System.Text.Encoding.UTF8.GetBytes(text)).Thumbprint().Length > 0;
        }
        catch (KeyException)
        {
            return false;
        }
    }

    private T Read<T>(string setting, string shape, Func<string, T?> read)
        where T : class =>
        secrets.Find(setting) is { Length: > 0 } text
            ? read(text) ?? throw new SigningKeyException($"The setting {setting} is malformed: it must hold {shape}. './hub keys new' makes both keys.")
            : throw new SigningKeyException($"The setting {setting} is missing: it must hold {shape}. './hub keys new' makes both keys.");

    private static RsaKey? Rsa(string text)
    {
        try
        {
            return RsaKey.FromPkcs8(text);
        }
        catch (KeyException)
        {
            return null;
        }
    }
}

/// <summary>What an issuer signs with.</summary>
/// <param name="Ed25519">For embedded proofs.</param>
/// <param name="Rsa">For JWTs.</param>
public sealed record SigningKeyPair(Ed25519Key Ed25519, RsaKey Rsa)
{
    /// <inheritdoc/>
    public override string ToString() => nameof(SigningKeyPair);
}

/// <summary>A signing key is missing or malformed.</summary>
/// <param name="message">Which setting, and what it must hold; never its value.</param>
public sealed class SigningKeyException(string message) : Exception(message);
