using System.CommandLine;
using System.Globalization;
using IntegrationHub.Catalogue.Exports;
using IntegrationHub.Cli.Shell;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.MicroCredentials;

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
        var files = CatalogueFiles.Open(workspace, folder);
        var language = CultureInfo.CurrentUICulture.Name;
        foreach (var fault in files.Faults)
            screen.Line(
                $"{fault.File}:{fault.Line}:{fault.Column} {fault.Rule}: {fault.Message.In(language)} → {fault.Remedy.In(language)}");
        foreach (var institution in files.Institutions.OrderBy(institution => institution.Id, StringComparer.Ordinal))
        {
            foreach (var entry in institution.MicroCredentials.Values.OrderBy(entry => entry.Code, StringComparer.Ordinal))
                screen.Line(Completeness(institution, entry));
        }

        screen.Line(
            files.Faults.Count == 0
                ? Texts.Get(
                    "lint.noFaults",
                    files.Institutions.Count,
                    files.Institutions.Sum(institution => institution.MicroCredentials.Count))
                : Texts.Get("lint.faults", files.Faults.Count));
        return files.Faults.Count == 0 ? 0 : 1;
    }

    private static string Completeness(Institution institution, MicroCredential entry)
    {
        var missing = FifteenElements.Missing(institution, entry);
        var (all, name) = (FifteenElements.Names.Count, $"{institution.Id}/{entry.Code} v{entry.Version}");
        return missing.Count == 0
            ? Texts.Get("lint.complete", name, all)
            : Texts.Get("lint.incomplete", name, all - missing.Count, all, string.Join(", ", missing));
    }
}
