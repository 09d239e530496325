using System.Text.Json.Nodes;
using IntegrationHub.Cli.Infra;
using IntegrationHub.Cli.Infra.Model;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Cli.Infra;

public sealed class InfraChecksTests
{
    private static readonly string[] Wrong =
    [
        Small.Resource("Microsoft.Resources/resourceGroups", "rg", """ "location": "canadacentral" """),
        Small.Resource(
            AzureTypes.Storage,
            "st",
            """ "location": "eastus", "sku": { "name": "Cheap_LRS" }, "properties": { "allowSharedKeyAccess": true } """),
        Small.Settings(("Hub__AdminKey", "hush"), ("Pipeline__PayloadDays", "30"), ("Pipeline__Claim", "01:00:00")),
        Small.Properties(
            AzureTypes.SiteConfig,
            "app/authsettingsV2",
            """ "globalValidation": { "requireAuthentication": true, "excludedPaths": [] } """),
        Small.Properties(
            AzureTypes.Site,
            "app",
            """ "functionAppConfig": { "runtime": { "name": "dotnet-isolated", "version": "6.0" } } """),
        Small.Resource(AzureTypes.RoleAssignment, "x", """ "properties": { "roleDefinitionId": "/roleDefinitions/8e3af657" } """),
    ];

    [Theory]
    [InlineData("dossiers")] // names
    [InlineData("payloads/20")] // life cycle
    [InlineData("SweepSchedule")] // settings
    [InlineData("Hub__AdminKey")] // secrets
    [InlineData("hooks/{institution}/{source}")] // open paths
    [InlineData("8e3af657")] // roles
    [InlineData("Cheap_LRS")] // SKUs
    [InlineData("allowSharedKeyAccess")] // keys
    [InlineData("eastus")] // location
    [InlineData("dotnet-isolated 6.0")] // runtime
    [InlineData("letters")] // triggers
    [InlineData("Pipeline__Claim is 01:00:00")] // lease
    [InlineData("extensions.queues.batchSize")] // host.json
    public void Every_check_is_made(string wrong) =>
        Faults(Small.Deploy(Wrong)).ShouldContain(fault => fault.ToString().Contains(wrong, StringComparison.Ordinal));

    [Fact]
    public void What_is_wrong_in_both_deployments_for_one_reason_is_said_once() =>
        Faults(Small.Deploy(Wrong), Small.Deploy(Wrong)).ShouldBe(Faults(Small.Deploy(Wrong)));

    private static IReadOnlyList<InfraFault> Faults(params Deployment[] deployments) =>
        InfraChecks.Faults(
            deployments,
            Small.Code with
            {
                Triggers = [.. Small.Code.Triggers, new("Queue", "Letters", "letters")],
                Host = JsonNode.Parse("""{ "extensions": { "queues": { "batchSize": 64 } } }"""),
            });
}
