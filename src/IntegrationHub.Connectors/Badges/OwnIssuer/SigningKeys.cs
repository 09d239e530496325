using System.Collections.Concurrent;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.MicroCredentials;
using IntegrationHub.OpenBadges.Keys;

namespace IntegrationHub.Connectors.Badges.OwnIssuer;

/// <summary>The keys an institution signs with: read from settings, kept in memory, never shown.</summary>
public sealed class SigningKeys(ISecrets secrets) : IDisposable
{
    private static readonly BilingualText EdShape = new("32 octets en base64url", "32 bytes as base64url");
    private static readonly BilingualText RsaShape = new(
        "une clé RSA de 2048 bits ou plus, PKCS#8 en base64",
        "an RSA key of 2048 bits or more, PKCS#8 as base64");


    private readonly ConcurrentDictionary<(string, string, string), SigningKeyPair> _read = new();

    /// <summary>The keys of an institution that is an issuer.</summary>
    /// <exception cref="SigningKeyException">A key is missing or malformed; the message names the setting and never its value.</exception>
    public SigningKeyPair Of(Institution institution)
    {
        var issuer = institution.Issuer!;
        return _read.GetOrAdd((institution.Id, issuer.Ed25519, issuer.Rsa), _ => new(
            Read(institution.Id, issuer.Ed25519, EdShape, text => Ed25519Key.TryFromText(text, out var key) ? key : null),
            Read(institution.Id, issuer.Rsa, RsaShape, Rsa)));
    }

    /// <summary>What is wrong with an institution's keys; null where nothing is, or it is no issuer.</summary>
    public BilingualText? Fault(Institution institution)
    {
        try
        {
            if (institution.Issuer is not { } issuer)
                return null;
            Of(institution);
            foreach (var previous in issuer.Previous)
                CheckPrevious(previous);
            return null;
        }
        catch (SigningKeyException fault)
        {
            return new(
                $"L’établissement «\u00a0{institution.Id}\u00a0» ne peut pas signer de titres. {fault.Text.Fr}",
                $"The institution '{institution.Id}' cannot sign credentials. {fault.Text.En}");
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
            throw new SigningKeyException(
                new(
                    $"La clé antérieure «\u00a0{multikey}\u00a0» n’est pas une multikey Ed25519 (z6Mk…).",
                    $"The previous key '{multikey}' is not an Ed25519 multikey (z6Mk…)."));
        if (key.Jwk is { } jwk && !IsJwk(jwk))
            throw new SigningKeyException(
                new(
                    "Une clé antérieure n’est pas une clé RSA en JWK avec kty, n et e.",
                    "A previous key is not an RSA key as a JWK with kty, n and e."));
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

    private T Read<T>(string institution, string setting, BilingualText shape, Func<string, T?> read)
        where T : class =>
        secrets.Find(institution, setting) is { Length: > 0 } text
            ? read(text) ?? throw Fault(setting, new("est mal formé", "is malformed"), shape)
            : throw Fault(setting, new("manque", "is missing"), shape);

    private static SigningKeyException Fault(string setting, BilingualText what, BilingualText shape) => new(new(
        $"Le réglage {setting} {what.Fr}\u00a0: il doit contenir {shape.Fr}. «\u00a0./hub keys new\u00a0» crée les deux clés.",
        $"The setting {setting} {what.En}: it must contain {shape.En}. './hub keys new' creates both keys."));

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
/// <param name="text">Which setting, and what it must hold; never its value.</param>
public sealed class SigningKeyException(BilingualText text) : Exception(text.En)
{
    /// <summary>Which setting, and what it must hold; never its value.</summary>
    public BilingualText Text => text;
}
