using System.CommandLine;
using System.Globalization;
using IntegrationHub.Catalogue;
using IntegrationHub.Cli.Up;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;

namespace IntegrationHub.Cli.Lint;

internal static class LintCommand
{
    public static Command Create(Workspace workspace, Screen screen)
    {
        var folder = new Argument<string?>("FOLDER") { Description = Texts.Get("lint.folder"), Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("lint", Texts.Get("lint.help")) { folder };
        command.SetAction(parsed => Run(workspace, screen, parsed.GetValue(folder) ?? workspace.Institutions));
        return command;
    }

    private static int Run(Workspace workspace, Screen screen, string folder)
    {
        if (!Directory.Exists(folder))
            throw new CliException(Texts.Get("lint.noFolder", folder));
        var settings = ChildSettings.Addresses(Ports.Read(workspace.Environment));
        string? Setting(string name) => workspace.Environment(name.Replace(":", "__", StringComparison.Ordinal)) ?? settings.GetValueOrDefault(name);

        var faults = CatalogueLint.Check(folder, Setting);
        var language = CultureInfo.CurrentUICulture.Name;
        foreach (var fault in faults)
            screen.Line($"{fault.File}:{fault.Line}:{fault.Column} {fault.Rule}: {fault.Message.In(language)} → {fault.Remedy.In(language)}");
        screen.Line(faults.Count == 0 ? NoFaults(folder, Setting) : Texts.Get("lint.faults", faults.Count));
        return faults.Count == 0 ? 0 : 1;
    }

    private static string NoFaults(string folder, Func<string, string?> setting)
    {
        var configuration = new ConfigurationBuilder().Add(new Settings(setting)).Build();
        var catalogue = new CatalogueFolder(
            Microsoft.Extensions.Options.Options.Create(new CatalogueOptions { Folder = folder }), configuration, [], TimeProvider.System, NullLogger<CatalogueFolder>.Instance);
        return Texts.Get("lint.noFaults", catalogue.All.Count, catalogue.All.Sum(institution => institution.MicroCredentials.Count));
    }

    private sealed class Settings(Func<string, string?> find) : ConfigurationProvider, IConfigurationSource
    {
        public override bool TryGet(string key, out string? value) => (value = find(key)) is not null;

        public IConfigurationProvider Build(IConfigurationBuilder builder) => this;
    }
}
