using System.Buffers.Text;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using IntegrationHub.Core.Lms;
using IntegrationHub.Core.Model.Institutions;

namespace IntegrationHub.Connectors.Lms.Authentication;

/// <summary>
/// Tokens <c>{end}.{signature}</c>: the end in seconds since 1970, signed by a key derived from the client secret for this
/// institution and source alone. Every instance verifies them without a store, and with a secret its tokens end.
/// </summary>
internal sealed class AccessTokens(InboundSecrets secrets, TimeProvider time) : IAccessTokens
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    /// <inheritdoc/>
    public AccessToken? Issue(Source source, string clientId, string clientSecret)
    {
        var isClient = secrets.Check(source, "clientId", clientId) == Admission.Admitted;
        if (secrets.Check(source, "clientSecret", clientSecret) != Admission.Admitted || !isClient)
            return null;
        var end = (time.GetUtcNow() + Lifetime).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return new($"{end}.{Sign(source, clientSecret, end)}", Lifetime);
    }

    /// <inheritdoc/>
    public Admission Check(Source source, ReadOnlySpan<char> token)
    {
        var dot = token.IndexOf('.');
        var end = token[..Math.Max(dot, 0)].ToString();
        var (held, same) = (false, false);
        foreach (var secret in secrets.Accepted(source, "clientSecret"))
        {
            var expected = MemoryMarshal.AsBytes(Sign(source, secret, end).AsSpan());
            (held, same) = (true, same | CryptographicOperations.FixedTimeEquals(MemoryMarshal.AsBytes(token[(dot + 1)..]), expected));
        }

        return !held ? Admission.NoSecret
            : token.IsEmpty ? Admission.Missing
            : !same || !long.TryParse(end, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? Admission.Wrong
            : time.GetUtcNow().ToUnixTimeSeconds() < seconds ? Admission.Admitted
            : Admission.OutOfTime;
    }

    private static string Sign(Source source, string secret, string end)
    {
        Span<byte> key = stackalloc byte[HMACSHA256.HashSizeInBytes],
            signature = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HKDF.DeriveKey(
            HashAlgorithmName.SHA256,
            Encoding.UTF8.GetBytes(secret),
            key,
            salt: [],
            Encoding.UTF8.GetBytes($"access token\n{source.Institution}\n{source.Name}"));
        HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(end), signature);
        return Base64Url.EncodeToString(signature);
    }
}
