using IntegrationHub.Testing.Connectors;
using IntegrationHub.Catalogue;
using IntegrationHub.Core.Model.Institutions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationHub.Tests.Catalogue;

/// <summary>Opens catalogue folders as the hub does.</summary>
internal static class CatalogueFolders
{
    public static CatalogueFolder Open(string folder, string? lastGood = null, params (string Name, string Value)[] settings) =>
        Open(folder, lastGood, check: null, settings);

    public static CatalogueFolder Open(
        string folder,
        string? lastGood,
        IInstitutionCheck? check,
        params (string Name, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
            new Dictionary<string, string?>(settings.Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value)))
            {
                ["SandboxUrl"] = "http://localhost:7080",
                ["DidHost"] = "localhost%3A7071",
                ["Catalogue:Folder"] = folder,
                ["Catalogue:LastGood"] = lastGood,
            }).Build();
        var services = new ServiceCollection().AddLogging().AddCatalogue(configuration).AddSingleton(HubKinds.All);
        if (check is not null)
            services.AddSingleton(check);
        return services.BuildServiceProvider().GetRequiredService<CatalogueFolder>();
    }
}
