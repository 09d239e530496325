using System.Text.Json.Nodes;

namespace IntegrationHub.Cli.Infra.Model;

/// <summary>What one parameter file would deploy: the compiled template with every loop, condition and parameter carried out.</summary>
/// <param name="File">The parameter file, relative to the clone.</param>
/// <param name="Resources">The resources.</param>
internal sealed record Deployment(string File, IReadOnlyList<Resource> Resources)
{
    /// <summary>Reads what <c>bicep snapshot</c> wrote.</summary>
    public static Deployment Read(string file, string snapshot) => new(file,
    [
        .. JsonNode.Parse(snapshot)!["predictedResources"]!.AsArray().OfType<JsonObject>()
            .Select(body => new Resource((string)body["type"]!, (string)body["name"]!, body)),
    ]);

    public IEnumerable<Resource> Of(string type) => Resources.Where(resource => resource.Type == type);

    /// <summary>The app's settings.</summary>
    public IReadOnlyDictionary<string, string> Settings =>
        Of(AzureTypes.SiteConfig).Where(config => config.OwnName == "appsettings")
            .SelectMany(config => config.At("properties")!.AsObject())
            .ToDictionary(setting => setting.Key, setting => setting.Value?.ToString() ?? "");
}

/// <summary>Azure's names of what is deployed.</summary>
internal static class AzureTypes
{
    public const string Storage = "Microsoft.Storage/storageAccounts";
    public const string Queue = "Microsoft.Storage/storageAccounts/queueServices/queues";
    public const string Table = "Microsoft.Storage/storageAccounts/tableServices/tables";
    public const string Container = "Microsoft.Storage/storageAccounts/blobServices/containers";
    public const string LifeCycle = "Microsoft.Storage/storageAccounts/managementPolicies";
    public const string Vault = "Microsoft.KeyVault/vaults";
    public const string Workspace = "Microsoft.OperationalInsights/workspaces";
    public const string Insights = "Microsoft.Insights/components";
    public const string Alert = "Microsoft.Insights/scheduledQueryRules";
    public const string Recipients = "Microsoft.Insights/actionGroups";
    public const string Workbook = "Microsoft.Insights/workbooks";
    public const string Plan = "Microsoft.Web/serverfarms";
    public const string Site = "Microsoft.Web/sites";
    public const string SiteConfig = "Microsoft.Web/sites/config";
    public const string Publishing = "Microsoft.Web/sites/basicPublishingCredentialsPolicies";
    public const string RoleAssignment = "Microsoft.Authorization/roleAssignments";
}
