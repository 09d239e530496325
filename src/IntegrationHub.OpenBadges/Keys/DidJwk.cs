using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;

namespace IntegrationHub.OpenBadges.Keys;

/// <summary>The DID method <c>did:jwk</c>: the identifier is the key, a JWK in base64url.</summary>
public static class DidJwk
{
    private const string Prefix = "did:jwk:";

    /// <summary>The one method of such a DID; no fragment at all means it too.</summary>
    private const string Fragment = "0";

    /// <summary>The longest that is decoded: an RSA key of 8,192 bits takes some 2,000 characters.</summary>
    private const int MaxLength = 4096;

    /// <summary>Members of a private or shared key (RFC 7518, 6): with them in the identifier everybody could sign.</summary>
    private static readonly string[] SecretMembers = ["d", "p", "q", "dp", "dq", "qi", "oth", "k"];

    /// <summary>Whether a text is a did:jwk, of whatever key.</summary>
    public static bool Is(string did) => did.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>The DID of a key.</summary>
    public static string Of(Jwk key) => Prefix + Base64Url.EncodeToString(Encoding.UTF8.GetBytes(key.ToJson()));

    /// <summary>The key of a DID, or of its method <c>did:jwk:…#0</c>.</summary>
    /// <returns>False where it is longer than 4,096 characters, no JWK, one with its secret half, or the fragment is another.</returns>
    public static bool TryParse(string did, [NotNullWhen(true)] out Jwk? key)
    {
        key = null;
        if (!Is(did) || did.Length > MaxLength)
            return false;
        var (encoded, fragment) = did[Prefix.Length..].Split('#') switch
        {
            [var only] => (only, Fragment),
            [var first, var second] => (first, second),
            _ => ("", ""),
        };
        if (fragment != Fragment || !encoded.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_')
            || !Base64Url.IsValid(encoded))
            return false;
        try
        {
            var read = Json.Parse(Base64Url.DecodeFromChars(encoded));
            key = Array.Exists(SecretMembers, member => read.Member(member) is not null) ? null : Jwk.Read(read);
        }
        catch (Exception malformed) when (malformed is JsonException or KeyException)
        {
            return false;
        }

        return key is not null;
    }
}
