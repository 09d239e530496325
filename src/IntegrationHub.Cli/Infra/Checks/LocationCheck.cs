using IntegrationHub.Cli.Infra.Model;
using IntegrationHub.Cli.Shell;

namespace IntegrationHub.Cli.Infra.Checks;

/// <summary>All data lie where the one parameter says; what Azure itself calls global holds none, or only who is told of alerts.</summary>
internal static class LocationCheck
{
    private const string Group = "Microsoft.Resources/resourceGroups";

    private static readonly string[] MayBeGlobal = ["Microsoft.Network/privateDnsZones", AzureTypes.Recipients];

    public static IEnumerable<InfraFault> Faults(Deployment deployment)
    {
        var location = deployment.Of(Group).Select(group => group.Text("location")).FirstOrDefault();
        return deployment
            .Resources.Where(resource =>
                resource.Text("location") is { } other
                && other != location
                && !(other == "global" && Array.Exists(MayBeGlobal, type => resource.Type.StartsWith(type, StringComparison.Ordinal))))
            .Select(resource => new InfraFault(
                deployment.File,
                Texts.Get("infra.elsewhere", resource.Type, resource.OwnName, resource.Text("location"), location),
                Texts.Get("infra.oneLocation")));
    }
}
