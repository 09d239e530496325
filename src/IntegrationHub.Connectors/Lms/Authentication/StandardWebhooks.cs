using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using IntegrationHub.Core;
using IntegrationHub.Core.Intake;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.Kinds;
using IntegrationHub.OpenBadges.Keys;

namespace IntegrationHub.Connectors.Lms.Authentication;

/// <summary>
/// Standard Webhooks: signatures over <c>id.timestamp.body</c>, several of them separated by spaces. A secret <c>whsec_</c>
/// verifies <c>v1</c> (HMAC-SHA256), a public key <c>whpk_</c> verifies <c>v1a</c> (Ed25519), and neither the other.
/// </summary>
internal sealed class StandardWebhooks(InboundSecrets secrets, TimeProvider time) : SignedDelivery(secrets, time)
{
    /// <summary>As it describes itself.</summary>
    public static AuthenticationKind Kind { get; } = new(
        AuthenticationSchemes.StandardWebhooks,
        new("signature Standard Webhooks", "Standard Webhooks signature"))
    {
        Secrets = [Setting.Required("secret", "le secret de signature (whsec_…)", "the signing secret (whsec_…)")],
        Proof = new(
            "Saisissez la valeur du réglage {1} (whsec_…) comme secret de signature Standard Webhooks.",
            "Enter the value of the setting {1} (whsec_…) as the Standard Webhooks signing secret."),
    };

    private const string SharedKey = "whsec_", PublicKey = "whpk_";
    private const int MostPublicSignatures = 8; // each costs far more to verify than to invent
    private const int SignatureLength = 64;

    /// <inheritdoc/>
    public override string Scheme => AuthenticationSchemes.StandardWebhooks;

    /// <inheritdoc/>
    protected override Claim? Read(Delivery delivery) =>
        delivery.Header("webhook-id") is { Length: > 0 } id
        && delivery.Header("webhook-timestamp") is { Length: > 0 } time
        && delivery.Header("webhook-signature") is { Length: > 0 } signatures
            ? new($"{id}.{time}.", time, signatures)
            : null;

    /// <inheritdoc/>
    protected override bool? Verifies(string secret, Claim claim, ReadOnlySpan<byte> body)
    {
        if (Key(secret) is not { } key)
            return null;
        return !IsPublic(secret) ? VerifiesShared(key, claim, body)
            : Ed25519PublicKey.TryFromBytes(key) is { } publicKey ? VerifiesPublic(publicKey, claim, body)
            : null;
    }

    // Whose public key it is, only they can sign.
    /// <inheritdoc/>
    public override bool CanSign(Source source) => First(source) is not { } secret || !IsPublic(secret);

    /// <inheritdoc/>
    protected override TestEvent? Sign(string secret, string now, TestEvent bare)
    {
        if (Key(secret) is not { } key || IsPublic(secret))
            return null;
        var id = $"msg_{TrackingId.New()}";
        return bare.With("webhook-id", id)
            .With("webhook-timestamp", now)
            .With("webhook-signature", $"v1,{Signature(key, $"{id}.{now}.", bare.Body.Span)}");
    }

    private static bool IsPublic(string secret) => secret.StartsWith(PublicKey, StringComparison.Ordinal);

    private static byte[]? Key(string secret)
    {
        var text = secret.AsSpan(
            IsPublic(secret) ? PublicKey.Length
            : secret.StartsWith(SharedKey, StringComparison.Ordinal) ? SharedKey.Length
            : 0);
        var key = new byte[text.Length];
        return Convert.TryFromBase64Chars(text, key, out var length) && length > 0 ? key[..length] : null;
    }

    private static string Signature(ReadOnlySpan<byte> key, string before, ReadOnlySpan<byte> body)
    {
        Span<byte> mac = stackalloc byte[HMACSHA256.HashSizeInBytes];
        Hmac(key, before, body, mac);
        return Convert.ToBase64String(mac);
    }

    private static bool VerifiesShared(ReadOnlySpan<byte> key, Claim claim, ReadOnlySpan<byte> body)
    {
        var expected = Signature(key, claim.Before, body);
        var signatures = claim.Signatures.AsSpan();
        var verdict = false;
        foreach (var part in signatures.Split(' '))
            verdict |= signatures[part] is ['v', '1', ',', .. var signature] && IsSame(signature, expected);
        return verdict;
    }

    private static bool VerifiesPublic(Ed25519PublicKey key, Claim claim, ReadOnlySpan<byte> body)
    {
        var length = Encoding.UTF8.GetByteCount(claim.Before) + body.Length;
        var signed = ArrayPool<byte>.Shared.Rent(length);
        body.CopyTo(signed.AsSpan(Encoding.UTF8.GetBytes(claim.Before, signed)));
        Span<byte> bytes = stackalloc byte[SignatureLength];
        var signatures = claim.Signatures.AsSpan();
        var (verdict, tried) = (false, 0);
        foreach (var part in signatures.Split(' '))
        {
            if (signatures[part] is ['v', '1', 'a', ',', .. var signature] && ++tried <= MostPublicSignatures)
                verdict |=
                    Convert.TryFromBase64Chars(signature, bytes, out var written)
                    && written == SignatureLength
                    && key.Verifies(signed.AsSpan(0, length), bytes);
        }

        ArrayPool<byte>.Shared.Return(signed);
        return verdict;
    }
}
