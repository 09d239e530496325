using IntegrationHub.Cli.Infra.Model;
using IntegrationHub.Cli.Shell;

namespace IntegrationHub.Cli.Infra.Checks;

/// <summary>Queues, tables and containers are those of the code, no more and no fewer.</summary>
internal static class StorageCheck
{
    private const string Names = "infra/modules/names.bicep";

    public static IEnumerable<InfraFault> Faults(Deployment deployment, HubCode code) =>
        [
            .. Compare("queues", deployment.Of(AzureTypes.Queue), code.Queues),
            .. Compare("tables", deployment.Of(AzureTypes.Table), code.Tables),
            .. Compare(
                "containers",
                deployment.Of(AzureTypes.Container).Where(container => !IsOfThePlatform(deployment, container)),
                code.Containers),
        ];


    private static IEnumerable<InfraFault> Compare(string list, IEnumerable<Resource> deployed, IReadOnlyCollection<string> used)
    {
        var names = deployed.Select(resource => resource.OwnName).ToHashSet();
        foreach (var name in used.Where(name => !names.Contains(name)))
            yield return new(Names, Texts.Get("infra.missing", list, name), Texts.Get("infra.addName", list, name));
        foreach (var name in names.Where(name => !used.Contains(name)))
            yield return new(Names, Texts.Get("infra.unused", list, name), Texts.Get("infra.removeName", list, name));
    }

    /// <summary>The container of the program's package, which the code does not know.</summary>
    private static bool IsOfThePlatform(Deployment deployment, Resource container) => deployment.Of(AzureTypes.Site)
        .Select(site => site.Text("properties.functionAppConfig.deployment.storage.value")?.TrimEnd(')', ']', '\'').Split('/', '\'')[^1])
        .Contains(container.OwnName);
}
