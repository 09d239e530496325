using System.Security.Cryptography;
using System.Text;
using IntegrationHub.Core.Completions;
using IntegrationHub.Core.Institutions;

namespace IntegrationHub.Connectors.Lms.Authentication;

/// <summary>A source's secrets: the one in force, and the one before until its end.</summary>
internal sealed class InboundSecrets(ISecrets secrets, TimeProvider time)
{
    /// <summary>The values that count now; none where the source names no such secret.</summary>
    public IEnumerable<string> Accepted(Source source, string purpose) =>
        source.Secrets.TryGetValue(purpose, out var secret) ? secrets.Accepted(secret, time.GetUtcNow()) : [];

    /// <summary>What a credential comes to that is the secret itself; null where the delivery bears none.</summary>
    public Admission Check(Source source, string purpose, string? given) =>
        IsAccepted(source, purpose, given ?? "") ? Admission.Admitted : string.IsNullOrEmpty(given) ? Admission.Missing : Admission.Wrong;

    /// <summary>Whether a value is one that counts now; takes the same time whatever is wrong.</summary>
    public bool IsAccepted(Source source, string purpose, string given)
    {
        var (accepted, hash) = (false, Hash(given));
        foreach (var value in Accepted(source, purpose))
            accepted |= CryptographicOperations.FixedTimeEquals(hash, Hash(value));
        return accepted;
    }

    // Hashed first, for the comparison takes the same time only for the same length.
    private static byte[] Hash(string value) => SHA256.HashData(Encoding.UTF8.GetBytes(value));
}
