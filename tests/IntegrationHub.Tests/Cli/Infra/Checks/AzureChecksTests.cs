using System.Text.Json.Nodes;
using IntegrationHub.Cli.Infra.Checks;
using IntegrationHub.Cli.Infra.Model;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Cli.Infra.Checks;

/// <summary>SKUs, keys, places and the runtime.</summary>
public sealed class AzureChecksTests
{
    private const string Right = """
        { "predictedResources": [
          { "type": "Microsoft.Resources/resourceGroups", "name": "rg", "location": "canadacentral" },
          { "type": "Microsoft.Storage/storageAccounts", "name": "st", "location": "canadacentral", "sku": { "name": "Standard_ZRS" },
            "properties": { "allowSharedKeyAccess": false, "allowBlobPublicAccess": false } },
          { "type": "Microsoft.Storage/storageAccounts/blobServices/containers", "name": "st/default/payloads",
           "properties": { "publicAccess": "None" } },
          { "type": "Microsoft.KeyVault/vaults", "name": "kv", "location": "canadacentral", "properties": { "enableRbacAuthorization": true,
          "sku": { "name": "standard" } } },
          { "type": "Microsoft.OperationalInsights/workspaces", "name": "log", "location": "canadacentral",
            "properties": { "sku": { "name": "PerGB2018" }, "features": { "disableLocalAuth": true } } },
          { "type": "Microsoft.Insights/components", "name": "appi", "location": "canadacentral",
          "properties": { "DisableLocalAuth": true } },
          { "type": "Microsoft.Network/privateDnsZones", "name": "privatelink.vaultcore.azure.net", "location": "global" },
          { "type": "Microsoft.Insights/actionGroups", "name": "ag", "location": "global" },
          { "type": "Microsoft.Web/serverfarms", "name": "plan", "location": "canadacentral", "sku": { "name": "FC1" } },
          { "type": "Microsoft.Web/sites", "name": "app", "location": "canadacentral", "identity": { "type": "UserAssigned" },
            "properties": { "httpsOnly": true, "functionAppConfig": { "runtime": { "name": "dotnet-isolated", "version": "10.0" },
              "deployment": { "storage": { "authentication": { "type": "UserAssignedIdentity" } } } } } },
          { "type": "Microsoft.Web/sites/basicPublishingCredentialsPolicies", "name": "app/scm", "properties": { "allow": false } } ] }
        """;

    [Fact]
    public void By_identity_in_one_place_with_known_SKUs_is_right() => Faults(Right).ShouldBeEmpty();

    [Theory]
    [InlineData("\"Standard_ZRS\"", "\"Standard_XRS\"")]
    [InlineData("\"FC1\"", "\"Y1\"")]
    [InlineData("\"sku\": { \"name\": \"standard\" }", "\"sku\": { \"name\": \"basic\" }")]
    [InlineData("\"allowSharedKeyAccess\": false", "\"allowSharedKeyAccess\": true")]
    [InlineData("\"allowSharedKeyAccess\": false, ", "")]
    [InlineData("\"publicAccess\": \"None\"", "\"publicAccess\": \"Blob\"")]
    [InlineData("\"enableRbacAuthorization\": true", "\"enableRbacAuthorization\": false")]
    [InlineData("\"DisableLocalAuth\": true", "\"DisableLocalAuth\": false")]
    [InlineData("\"UserAssignedIdentity\"", "\"StorageAccountConnectionString\"")]
    [InlineData("\"allow\": false", "\"allow\": true")]
    [InlineData("\"name\": \"kv\", \"location\": \"canadacentral\"", "\"name\": \"kv\", \"location\": \"eastus\"")]
    [InlineData("\"name\": \"appi\", \"location\": \"canadacentral\"", "\"name\": \"appi\", \"location\": \"global\"")]
    [InlineData("\"version\": \"10.0\"", "\"version\": \"8.0\"")]
    [InlineData("\"httpsOnly\": true", "\"httpsOnly\": true, \"note\": \"DefaultEndpointsProtocol=https;AccountKey=abc\"")]
    public void One_thing_wrong_is_one_fault(string right, string wrong)
    {
        Right.ShouldContain(right);
        var fault = Faults(Right.Replace(right, wrong, StringComparison.Ordinal)).ShouldHaveSingleItem();
        fault.What.ShouldNotBeEmpty();
        fault.Remedy.ShouldNotBeEmpty();
        fault.ToString().ShouldNotContain("AccountKey=abc");
    }

    [Fact]
    public void What_has_a_SKU_that_nobody_looked_at_is_a_fault()
    {
        var more = JsonNode.Parse(Right)!;
        more["predictedResources"]!
            .AsArray()
            .Add(JsonNode.Parse("""{ "type": "Microsoft.Cache/redis", "name": "c", "sku": { "name": "Premium" } }"""));
        Faults(more.ToJsonString()).ShouldHaveSingleItem().What.ShouldContain("Microsoft.Cache/redis");
    }

    private static InfraFault[] Faults(string snapshot)
    {
        var deployment = Deployment.Read(Small.File, snapshot);
        return
        [
            .. SkuCheck.Faults(deployment),
            .. KeysCheck.Faults(deployment),
            .. LocationCheck.Faults(deployment),
            .. RuntimeCheck.Faults(deployment),
        ];
    }
}
