using IntegrationHub.Cli.Infra.Model;
using IntegrationHub.Cli.Shell;

namespace IntegrationHub.Cli.Infra.Checks;

/// <summary>The runtime in Azure is the one that the program is built for.</summary>
internal static class RuntimeCheck
{
    private const string Runtime = "properties.functionAppConfig.runtime";

    public static IEnumerable<InfraFault> Faults(Deployment deployment)
    {
        var wanted = $"dotnet-isolated {Environment.Version.ToString(2)}";
        return deployment.Of(AzureTypes.Site)
            .Select(site => $"{site.Text($"{Runtime}.name")} {site.Text($"{Runtime}.version")}")
            .Where(found => found != wanted)
            .Select(found => new InfraFault(
                "infra/modules/app.bicep",
                Texts.Get("infra.value", AzureTypes.Site, Runtime, found),
                Texts.Get("infra.setValue", Runtime, wanted)));
    }
}
