using IntegrationHub.Cli.Infra.Checks;
using IntegrationHub.Cli.Infra.Model;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Cli.Infra.Checks;

public sealed class RolesCheckTests
{
    private const string Blobs = "b7e6dc6d-f1e8-4753-8033-0f276bb0955b";
    private const string Secrets = "4633458b-17de-408a-b874-0445c86b69e6";

    private static readonly (string Role, string On)[] Right =
    [
        (Blobs, "Microsoft.Storage/storageAccounts/st"),
        ("974c5e8b-45b9-4653-ba55-5f855dd0fb88", "Microsoft.Storage/storageAccounts/st"),
        ("0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3", "Microsoft.Storage/storageAccounts/st"),
        (Secrets, "Microsoft.KeyVault/vaults/kv"),
        ("3913510d-42f4-4e42-8a64-420c390055eb", "Microsoft.Insights/components/appi"),
    ];

    [Fact]
    public void The_hub_may_do_what_it_must() => Faults(Right).ShouldBeEmpty();

    [Fact]
    public void A_wrong_id_is_unknown_and_leaves_the_role_missing() =>
        Faults([.. Right[1..], (Blobs.Replace('b', 'c'), Right[0].On)])
            .Select(fault => fault.File)
            .ShouldBe(["infra/modules/roles.bicep", "infra/modules/access.bicep"]);

    [Fact]
    public void A_role_on_the_wrong_resource_is_a_fault() =>
        Faults([.. Right.Where(role => role.Role != Secrets), (Secrets, "Microsoft.Storage/storageAccounts/st")]).Length.ShouldBe(2);

    [Fact]
    public void Who_publishes_the_catalogue_writes_that_container_only()
    {
        const string Contributor = "ba92f5b4-2d11-453d-a403-e96b0029c9fe";
        Faults([.. Right, (Contributor, "Microsoft.Storage/storageAccounts/st/blobServices/default/containers/catalogue")]).ShouldBeEmpty();
        Faults([.. Right, (Contributor, "Microsoft.Storage/storageAccounts/st")]).ShouldHaveSingleItem();
    }

    [Fact]
    public void Alerts_read_the_workspace_and_nothing_else()
    {
        Faults([.. Right, (RolesCheck.LogAnalyticsReader, "Microsoft.OperationalInsights/workspaces/log")]).ShouldBeEmpty();
        Faults([.. Right, (RolesCheck.LogAnalyticsReader, "Microsoft.KeyVault/vaults/kv")]).ShouldHaveSingleItem();
    }

    [Fact]
    public void An_owner_is_not_wanted() =>
        Faults([.. Right, ("8e3af657-a8ff-443c-a75c-2fe8c4bcb635", Right[0].On)]).ShouldHaveSingleItem();

    private static InfraFault[] Faults(IEnumerable<(string Role, string On)> roles) =>
    [
        .. RolesCheck.Faults(Small.Deploy(roles.Select(role => Small.Resource(AzureTypes.RoleAssignment, "x", $$"""
            "id": "/subscriptions/1/resourceGroups/rg/providers/{{role.On}}/providers/Microsoft.Authorization/roleAssignments/x",
            "properties": { "roleDefinitionId": "/subscriptions/1/providers/Microsoft.Authorization/roleDefinitions/{{role.Role}}" }
            """)))),
    ];
}
