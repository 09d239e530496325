using System.Security.Cryptography;
using System.Text;

namespace IntegrationHub.OpenBadges.Model;

/// <summary>An identifier of the recipient, usually hashed; see <see cref="Model.RecipientHash"/>.</summary>
public sealed record IdentityObject
{
    /// <summary>Always IdentityObject; the standard wants a text here, not an array.</summary>
    public string Type { get; init; } = "IdentityObject";

    /// <summary>Whether the value is a hash.</summary>
    public bool Hashed { get; init; } = true;

    /// <summary><c>sha256$…</c>, or the plain value where not hashed.</summary>
    public required string IdentityHash { get; init; }

    /// <summary>emailAddress, systemId… or <c>ext:…</c>.</summary>
    public required string IdentityType { get; init; }

    /// <summary>Salt of the hash.</summary>
    public string? Salt { get; init; }
}

/// <summary>The salted hash by which a recipient is known in a badge without being named.</summary>
public static class RecipientHash
{
    private const string Prefix = "sha256$";

    /// <summary><c>sha256$</c> and the lower-case hexadecimal SHA-256 of the identifier followed by the salt, as UTF-8.</summary>
    public static string Of(string identifier, string salt) =>
        Prefix + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(identifier + salt)));

    /// <summary>Whether a badge's hash is of this identifier.</summary>
    public static bool Matches(string hash, string identifier, string? salt) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(hash), Encoding.UTF8.GetBytes(Of(identifier, salt ?? string.Empty)));
}
