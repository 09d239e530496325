using System.Security.Cryptography;
using System.Text;

namespace IntegrationHub.OpenBadges.Model;

/// <summary>The salted hash by which a recipient is known in a badge without being named.</summary>
public static class IdentityHash
{
    private const string Prefix = "sha256$";

    /// <summary><c>sha256$</c> and the lower-case hexadecimal SHA-256 of the identifier followed by the salt, as UTF-8.</summary>
    public static string Of(string identifier, string salt) =>
        Prefix + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(identifier + salt)));

    /// <summary>Whether a badge's hash is of this identifier.</summary>
    public static bool Matches(string hash, string identifier, string? salt) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(hash), Encoding.UTF8.GetBytes(Of(identifier, salt ?? string.Empty)));
}
