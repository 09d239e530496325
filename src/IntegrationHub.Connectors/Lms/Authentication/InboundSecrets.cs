using System.Security.Cryptography;
using System.Text;
using IntegrationHub.Core.Lms;
using IntegrationHub.Core.Model.Institutions;

namespace IntegrationHub.Connectors.Lms.Authentication;

/// <summary>A source's secrets: the one in force, and the one before until its end.</summary>
internal sealed class InboundSecrets(ISecrets secrets, TimeProvider time)
{
    private const int OnTheStack = 512;

    /// <summary>The values that count now; none where the source names no such secret or its setting is empty.</summary>
    public IEnumerable<string> Accepted(Source source, string purpose) =>
        source.Secrets.TryGetValue(purpose, out var secret) ? secrets.Accepted(source.Institution, secret, time.GetUtcNow()) : [];

    /// <summary>What a credential comes to that is the secret itself.</summary>
    public Admission Check(Source source, string purpose, ReadOnlySpan<char> given)
    {
        var most = Encoding.UTF8.GetMaxByteCount(given.Length);
        var bytes = most <= OnTheStack ? stackalloc byte[OnTheStack] : new byte[most];
        return Check(source, purpose, bytes[..Encoding.UTF8.GetBytes(given, bytes)]);
    }

    /// <summary>What a credential comes to that is the secret itself, as UTF-8; takes the same time whatever is wrong.</summary>
    public Admission Check(Source source, string purpose, ReadOnlySpan<byte> given)
    {
        // Hashed first, for the comparison takes the same time only for the same length.
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes], expected = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(given, hash);
        var (held, same) = (false, false);
        foreach (var value in Accepted(source, purpose))
        {
            SHA256.HashData(Encoding.UTF8.GetBytes(value), expected);
            (held, same) = (true, same | CryptographicOperations.FixedTimeEquals(hash, expected));
        }

        return !held ? Admission.NoSecret : same ? Admission.Admitted : given.IsEmpty ? Admission.Missing : Admission.Wrong;
    }
}
