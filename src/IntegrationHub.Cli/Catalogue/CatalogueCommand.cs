using System.CommandLine;
using System.Globalization;
using IntegrationHub.Catalogue.Exports;
using IntegrationHub.Cli.Lint;
using IntegrationHub.Cli.Shell;

namespace IntegrationHub.Cli.Catalogue;

internal static class CatalogueCommand
{
    public static Command Create(Workspace workspace, Screen screen)
    {
        var folder = new Argument<string?>("FOLDER") { Description = Texts.Get("lint.folder"), Arity = ArgumentArity.ZeroOrOne };
        var format = new Option<string>("--format", "-f")
        {
            Description = Texts.Get("catalogue.format"),
            DefaultValueFactory = _ => "json",
        };
        var institution = new Option<string?>("--institution") { Description = Texts.Get("catalogue.institution") };
        var output = new Option<string?>("--output", "-o") { Description = Texts.Get("catalogue.output") };
        var command = new Command("catalogue", Texts.Get("catalogue.help")) { folder, format, institution, output };
        command.SetAction(parsed =>
            Run(
                workspace,
                screen,
                parsed.GetValue(folder) ?? workspace.Institutions,
                parsed.GetValue(format)!,
                parsed.GetValue(institution),
                parsed.GetValue(output)));
        return command;
    }

    private static int Run(Workspace workspace, Screen screen, string folder, string format, string? only, string? output)
    {
        if (!CatalogueExport.Formats.TryGetValue(format, out var write))
            throw new CliException(Texts.Get("catalogue.noFormat", format, string.Join(", ", CatalogueExport.Formats.Keys)));
        var files = CatalogueFiles.Open(workspace, folder);
        if (files.Faults.Count > 0)
            throw new CliException(Texts.Get("catalogue.faults", files.Faults.Count));
        var institutions = files
            .Institutions.Where(institution => only is null || institution.Id == only)
            .OrderBy(institution => institution.Id, StringComparer.Ordinal)
            .ToList();
        if (institutions.Count == 0)
            throw new CliException(
                Texts.Get(
                    "catalogue.noInstitution",
                    only ?? "*",
                    string.Join(", ", files.Institutions.Select(institution => institution.Id))));
        var text = write(
            institutions,
            CultureInfo.CurrentUICulture.Name,
            DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime));
        if (output is null)
        {
            Console.Out.Write(text);
            return 0;
        }

        try
        {
            File.WriteAllText(output, text);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new CliException(Texts.Get("catalogue.cannotWrite", output));
        }

        screen.Line(Texts.Get("catalogue.written", institutions.Sum(institution => institution.MicroCredentials.Count), output));
        return 0;
    }
}
