using IntegrationHub.Cli.Infra.Model;
using IntegrationHub.Cli.Shell;

namespace IntegrationHub.Cli.Infra.Checks;

/// <summary>
/// The built-in roles by their ids, each where it belongs; a wrong id passes the compiler and fails hours later, or grants something else.
/// </summary>
internal static class RolesCheck
{
    /// <summary>The role by which alerts read what they ask.</summary>
    public const string LogAnalyticsReader = "73c42c96-874c-492b-b04d-ab87d138a893";

    private const string Ids = "infra/modules/roles.bicep";
    private const string Assignments = "infra/modules/access.bicep";

    // learn.microsoft.com/azure/role-based-access-control/built-in-roles
    private static readonly Role[] Known =
    [
        new("b7e6dc6d-f1e8-4753-8033-0f276bb0955b", "Storage Blob Data Owner", AzureTypes.Storage, IsNeeded: true),
        new("974c5e8b-45b9-4653-ba55-5f855dd0fb88", "Storage Queue Data Contributor", AzureTypes.Storage, IsNeeded: true),
        new("0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3", "Storage Table Data Contributor", AzureTypes.Storage, IsNeeded: true),
        new("4633458b-17de-408a-b874-0445c86b69e6", "Key Vault Secrets User", AzureTypes.Vault, IsNeeded: true),
        new("3913510d-42f4-4e42-8a64-420c390055eb", "Monitoring Metrics Publisher", AzureTypes.Insights, IsNeeded: true),
        new("ba92f5b4-2d11-453d-a403-e96b0029c9fe", "Storage Blob Data Contributor", AzureTypes.Container, IsNeeded: false),
        new("b86a8fe4-44ce-4948-aee5-eccb2c155cd7", "Key Vault Secrets Officer", AzureTypes.Vault, IsNeeded: false),
        new("db79e9a7-68ee-4b58-9aeb-b90e7c24fcba", "Key Vault Certificate User", AzureTypes.Vault, IsNeeded: false),
        new(LogAnalyticsReader, "Log Analytics Reader", AzureTypes.Workspace, IsNeeded: false),
    ];

    public static IEnumerable<InfraFault> Faults(Deployment deployment)
    {
        var given = Given(deployment);
        foreach (var (id, _) in given.Where(assignment => !Array.Exists(Known, role => role.Id == assignment.Id)))
            yield return new(Ids, Texts.Get("infra.roleUnknown", id), Texts.Get("infra.roleIds"));
        foreach (var role in Known.Where(role => role.IsNeeded && !given.Contains((role.Id, role.On))))
            yield return new(Assignments, Texts.Get("infra.roleMissing", role.Name, role.On), Texts.Get("infra.assignRole", role.Id));
        foreach (
            var (id, on) in given.Where(assignment => Array.Exists(Known, role => role.Id == assignment.Id && role.On != assignment.On)))
            yield return new(
                Assignments,
                Texts.Get("infra.roleElsewhere", Array.Find(Known, role => role.Id == id)!.Name, on),
                Texts.Get("infra.narrowRole"));
    }

    /// <summary>Whether somebody has a role on a resource of that type.</summary>
    public static bool IsGiven(Deployment deployment, string role, string on) => Given(deployment).Contains((role, on));

    private static List<(string Id, string On)> Given(Deployment deployment) =>
        [
            .. deployment
                .Of(AzureTypes.RoleAssignment)
                .Select(assignment =>
                    (assignment.Text("properties.roleDefinitionId")?.TrimEnd('\'', ')', ']').Split('/', '\'')[^1] ?? "", Target(assignment))
                ),
        ];

    /// <summary>The type of what the role is given on, from the assignment's address.</summary>
    private static string Target(Resource assignment)
    {
        var address = assignment.Text("id") ?? "";
        var scope = address.Split(AzureTypes.RoleAssignment)[0];
        return scope.Contains("/containers/", StringComparison.Ordinal)
            ? AzureTypes.Container
            : Array.Find([AzureTypes.Vault, AzureTypes.Insights, AzureTypes.Workspace, AzureTypes.Storage], type =>
                scope.Contains(type, StringComparison.Ordinal)) ?? "Microsoft.Resources/resourceGroups";
    }

    private sealed record Role(string Id, string Name, string On, bool IsNeeded);
}
