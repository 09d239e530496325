using IntegrationHub.Cli.Infra.Model;
using IntegrationHub.Cli.Shell;

namespace IntegrationHub.Cli.Infra.Checks;

/// <summary>Everything by identity: no keys of storage or telemetry, no access policies of vaults, no passwords for publishing.</summary>
internal static class KeysCheck
{
    private static readonly (string Type, string Path, string Value, string File)[] Wanted =
    [
        (AzureTypes.Storage, "properties.allowSharedKeyAccess", "false", "storage"),
        (AzureTypes.Storage, "properties.allowBlobPublicAccess", "false", "storage"),
        (AzureTypes.Container, "properties.publicAccess", "None", "containers"),
        (AzureTypes.Vault, "properties.enableRbacAuthorization", "true", "vault"),
        (AzureTypes.Insights, "properties.DisableLocalAuth", "true", "monitoring"),
        (AzureTypes.Workspace, "properties.features.disableLocalAuth", "true", "monitoring"),
        (AzureTypes.Site, "properties.httpsOnly", "true", "app"),
        (AzureTypes.Site, "identity.type", "UserAssigned", "app"),
        (AzureTypes.Site, "properties.functionAppConfig.deployment.storage.authentication.type", "UserAssignedIdentity", "app"),
        (AzureTypes.Publishing, "properties.allow", "false", "app"),
    ];

    private static readonly string[] Telltales = ["AccountKey=", "SharedAccessSignature", "listKeys(", "listAccountSas("];

    public static IEnumerable<InfraFault> Faults(Deployment deployment)
    {
        foreach (var (type, path, value, module) in Wanted)
        {
            var found = deployment.Of(type).ToList();
            if (found.Count == 0)
                yield return new($"infra/modules/{module}.bicep", Texts.Get("infra.notThere", type), Texts.Get("infra.mend"));
            foreach (var resource in found.Where(resource => resource.Text(path) != value))
                yield return new(
                    $"infra/modules/{module}.bicep",
                    Texts.Get("infra.value", resource.Type, path, resource.Text(path) ?? "—"),
                    Texts.Get("infra.setValue", path, value));
        }
        foreach (var resource in deployment.Resources)
        {
            var text = resource.Body.ToJsonString();
            foreach (var telltale in Telltales.Where(telltale => text.Contains(telltale, StringComparison.OrdinalIgnoreCase)))
                yield return new(
                    deployment.File,
                    Texts.Get("infra.key", resource.Type, resource.OwnName, telltale),
                    Texts.Get("infra.identity"));
        }
    }
}
