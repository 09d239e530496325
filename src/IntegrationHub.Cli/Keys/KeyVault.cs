using IntegrationHub.Cli.Shell;

namespace IntegrationHub.Cli.Keys;

/// <summary>The commands that store secrets in an Azure Key Vault, and the application settings that refer to them.</summary>
internal static class KeyVault
{
    public static void Print(Screen screen, IEnumerable<string> settings)
    {
        var all = settings.ToList();
        foreach (var setting in all)
            screen.Line($"  read -rs V; az keyvault secret set --vault-name VAULT --name {Name(setting)} --value=\"$V\" --output none");
        foreach (var setting in all)
            screen.Line($"  {setting}=@Microsoft.KeyVault(VaultName=VAULT;SecretName={Name(setting)})");
    }

    // Names in a Key Vault know letters, digits and dashes only.
    private static string Name(string setting) => string.Concat(setting.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'));
}
