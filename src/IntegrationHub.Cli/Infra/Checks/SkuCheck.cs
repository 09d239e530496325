using IntegrationHub.Cli.Infra.Model;
using IntegrationHub.Cli.Shell;

namespace IntegrationHub.Cli.Infra.Checks;

/// <summary>SKU names, which the compiler takes as any text.</summary>
internal static class SkuCheck
{
    private static readonly Dictionary<string, (string Path, string[] Names)> Known = new()
    {
        [AzureTypes.Storage] = ("sku.name", ["Standard_LRS", "Standard_ZRS", "Standard_GZRS"]),
        [AzureTypes.Plan] = ("sku.name", ["FC1"]),
        [AzureTypes.Vault] = ("properties.sku.name", ["standard", "premium"]),
        [AzureTypes.Workspace] = ("properties.sku.name", ["PerGB2018"]),
    };

    public static IEnumerable<InfraFault> Faults(Deployment deployment)
    {
        foreach (var resource in deployment.Resources)
        {
            string[] names = [];
            var name = resource.Text("sku.name") ?? resource.Text("properties.sku.name");
            if (Known.TryGetValue(resource.Type, out var known))
                (name, names) = (resource.Text(known.Path) ?? "—", known.Names);
            if (name is not null && !names.Contains(name))
                yield return new(
                    deployment.File,
                    Texts.Get("infra.sku", resource.Type, name),
                    Texts.Get("infra.skus", string.Join(", ", names)));
        }
    }
}
