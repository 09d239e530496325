using Microsoft.Extensions.Configuration;

namespace IntegrationHub.Functions.Security;

/// <summary>Secrets among the settings; in Azure each is a reference to a Key Vault.</summary>
public static class SecretSettings
{
    private const string UnresolvedReference = "@Microsoft.KeyVault(";

    /// <summary>
    /// A secret, or null where there is none. While the platform cannot resolve a reference it gives the reference itself, which
    /// anybody could guess: that is no secret.
    /// </summary>
    public static string? Secret(this IConfiguration configuration, string setting) =>
        configuration[setting] is { Length: > 0 } value && !value.StartsWith(UnresolvedReference, StringComparison.OrdinalIgnoreCase)
            ? value
            : null;
}
