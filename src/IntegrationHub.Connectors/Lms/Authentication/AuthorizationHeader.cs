using IntegrationHub.Core.Model.Completions;

namespace IntegrationHub.Connectors.Lms.Authentication;

/// <summary>The header <c>Authorization</c> (RFC 9110, 11.6.2).</summary>
internal static class AuthorizationHeader
{
    /// <summary>What stands behind a scheme's name; empty where the header is absent or of another scheme.</summary>
    public static ReadOnlySpan<char> Credential(this Delivery delivery, string scheme)
    {
        var header = delivery.Header("Authorization").AsSpan();
        return header.StartsWith(scheme, StringComparison.OrdinalIgnoreCase) && header[scheme.Length..] is [' ', .. var credential]
            ? credential.Trim()
            : [];
    }
}
