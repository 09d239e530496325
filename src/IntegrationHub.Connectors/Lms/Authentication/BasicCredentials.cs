using System.Security.Cryptography;
using System.Text;
using IntegrationHub.Core.Completions;
using IntegrationHub.Core.Institutions;

namespace IntegrationHub.Connectors.Lms.Authentication;

/// <summary>HTTP Basic against the source's secrets <c>user</c> and <c>password</c>.</summary>
internal sealed class BasicCredentials(ISecrets secrets, TimeProvider time)
{
    /// <summary>Whether the delivery carries accepted credentials; takes the same time whatever is wrong.</summary>
    public bool Match(Source source, Delivery delivery)
    {
        var (user, password) = Read(delivery.Headers.GetValueOrDefault("Authorization"));
        return IsAccepted(source, "user", user) & IsAccepted(source, "password", password);
    }

    private bool IsAccepted(Source source, string purpose, string given)
    {
        if (!source.Secrets.TryGetValue(purpose, out var secret))
            return false;
        var accepted = false;
        foreach (var value in secrets.Accepted(secret, time.GetUtcNow()))
            accepted |= CryptographicOperations.FixedTimeEquals(Hash(given), Hash(value));
        return accepted;
    }

    // Hashed first, for the comparison takes the same time only for the same length.
    private static byte[] Hash(string value) => SHA256.HashData(Encoding.UTF8.GetBytes(value));

    private static (string User, string Password) Read(string? header)
    {
        const string scheme = "Basic ";
        if (header is null || !header.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
            return ("", "");
        var bytes = new byte[header.Length];
        if (!Convert.TryFromBase64String(header[scheme.Length..].Trim(), bytes, out var length))
            return ("", "");
        var parts = Encoding.UTF8.GetString(bytes, 0, length).Split(':', 2);
        return parts.Length == 2 ? (parts[0], parts[1]) : ("", "");
    }
}
