using IntegrationHub.Catalogue;
using IntegrationHub.Catalogue.Faults;
using IntegrationHub.Cli.Local;
using IntegrationHub.Cli.Shell;
using IntegrationHub.Core.Model.Institutions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;

namespace IntegrationHub.Cli.Lint;

/// <summary>A catalogue folder read without a running hub.</summary>
internal sealed record CatalogueFiles(IReadOnlyList<CatalogueFault> Faults, IReadOnlyCollection<Institution> Institutions)
{
    /// <exception cref="CliException">There is no such folder.</exception>
    public static CatalogueFiles Open(Workspace workspace, string folder)
    {
        if (!Directory.Exists(folder))
            throw new CliException(Texts.Get("lint.noFolder", folder));
        var settings = ChildSettings.Addresses(Ports.Of(workspace));
        string? Setting(string name) =>
            workspace.Environment(name.Replace(":", "__", StringComparison.Ordinal)) ?? settings.GetValueOrDefault(name);

        var configuration = new ConfigurationBuilder().Add(new Settings(Setting)).Build();
        var options = Microsoft.Extensions.Options.Options.Create(new CatalogueOptions { Folder = folder });
        var catalogue = new CatalogueFolder(options, configuration, workspace.Kinds, [], NullLogger<CatalogueFolder>.Instance);
        return new(CatalogueLint.Check(folder, Setting, workspace.Kinds), catalogue.All);
    }

    private sealed class Settings(Func<string, string?> find) : ConfigurationProvider, IConfigurationSource
    {
        public override bool TryGet(string key, out string? value) => (value = find(key)) is not null;

        public IConfigurationProvider Build(IConfigurationBuilder builder) => this;
    }
}
