using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using IntegrationHub.Core.Intake;
using IntegrationHub.Core.Lms;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;

namespace IntegrationHub.Connectors.Lms.Authentication;

/// <summary>
/// A signature in the headers over the bytes of the body as they arrived (packed ones where the body is packed), by a key
/// that the source's secret <c>secret</c> holds.
/// </summary>
internal abstract class SignedDelivery(InboundSecrets secrets, TimeProvider time) : IAuthentication, ITestSigner
{
    private const long ToleranceSeconds = 5 * 60;

    /// <inheritdoc/>
    public abstract string Scheme { get; }

    /// <summary>Signs an event as the sender does; null where the secret holds no key.</summary>
    protected abstract TestEvent? Sign(string secret, string now, TestEvent bare);

    /// <summary>What the headers say; null where one is missing.</summary>
    protected abstract Claim? Read(Delivery delivery);

    /// <summary>Whether a signature is by the key in the secret; null where the secret holds no key.</summary>
    protected abstract bool? Verifies(string secret, Claim claim, ReadOnlySpan<byte> body);

    /// <inheritdoc/>
    public ValueTask<Admission> Check(Source source, Delivery delivery, CancellationToken cancellation) =>
        ValueTask.FromResult(Read(delivery) is { } claim ? Check(source, claim, delivery.Body.Span) : Admission.Missing);

    /// <inheritdoc/>
    public virtual bool CanSign(Source source) => true;

    /// <inheritdoc/>
    public TestEvent? Sign(Source source, TestEvent bare) => First(source) is { } secret
        ? Sign(secret, time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), bare)
        : null;

    /// <summary>The secret in force; null where there is none.</summary>
    protected string? First(Source source) => secrets.Accepted(source, "secret").FirstOrDefault();

    private Admission Check(Source source, Claim claim, ReadOnlySpan<byte> body)
    {
        var (held, proven) = (false, false);
        foreach (var secret in secrets.Accepted(source, "secret"))
        {
            if (Verifies(secret, claim, body) is not { } verdict)
                continue;
            (held, proven) = (true, proven | verdict);
        }

        return !held ? Admission.NoSecret : !proven ? Admission.Wrong : IsInTime(claim.Time) ? Admission.Admitted : Admission.OutOfTime;
    }

    // Five minutes both ways, as Standard Webhooks and Stripe have it; a scheme without a time is never out of it.
    private bool IsInTime(string? seconds) => seconds is null
        || (long.TryParse(seconds, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
            && time.GetUtcNow().ToUnixTimeSeconds() - at is >= -ToleranceSeconds and <= ToleranceSeconds);

    /// <summary>HMAC-SHA256 (RFC 2104) over a text and the body behind it.</summary>
    protected static void Hmac(ReadOnlySpan<byte> key, string before, ReadOnlySpan<byte> body, Span<byte> mac)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        hash.AppendData(Encoding.UTF8.GetBytes(before));
        hash.AppendData(body);
        hash.GetHashAndReset(mac);
    }

    /// <summary>The same as lower-case hexadecimal digits, under the secret's own bytes.</summary>
    protected static string HexHmac(string secret, string before, ReadOnlySpan<byte> body)
    {
        Span<byte> mac = stackalloc byte[HMACSHA256.HashSizeInBytes];
        Hmac(Encoding.UTF8.GetBytes(secret), before, body, mac);
        return Convert.ToHexStringLower(mac);
    }

    /// <summary>Whether two texts are the same; takes the same time wherever they differ.</summary>
    protected static bool IsSame(ReadOnlySpan<char> given, ReadOnlySpan<char> expected) =>
        CryptographicOperations.FixedTimeEquals(MemoryMarshal.AsBytes(given), MemoryMarshal.AsBytes(expected));

    /// <summary>What the headers say.</summary>
    /// <param name="Before">What is signed before the body.</param>
    /// <param name="Time">When it was signed, in seconds since 1970; null where the scheme has no time.</param>
    /// <param name="Signatures">The signatures as they stand there.</param>
    protected readonly record struct Claim(string Before, string? Time, string Signatures);
}
