using System.CommandLine;
using IntegrationHub.Api;
using IntegrationHub.Cli.Hub;
using IntegrationHub.Cli.Shell;
using Spectre.Console;

namespace IntegrationHub.Cli.Records;

internal static class RecordsCommand
{
    public static Command Create(Workspace workspace, Screen screen)
    {
        var institution = new Argument<string>("INSTITUTION")
        {
            Description = Texts.Get("option.institution"),
            DefaultValueFactory = _ => Options.UsualInstitution,
        };
        var day = Options.Text("--day", "records.day");
        var output = Options.Text("--output", "records.output");
        var json = Options.Json();
        var command = new Command("records", Texts.Get("records.help")) { institution, day, output, json, Loaded(workspace, screen) };
        command.Validators.Add(result =>
        {
            if (result.GetValue(output) is not null && result.GetValue(day) is null)
                result.AddError(Texts.Get("records.needsDay"));
        });
        command.SetAction(async (parsed, cancellation) =>
        {
            using var hub = Connected.Hub(workspace);
            var whose = parsed.GetRequiredValue(institution);
            if (parsed.GetValue(day) is { } file)
                await Export(screen, await hub.RecordFile(whose, file, cancellation), parsed.GetValue(output), cancellation);
            else if (parsed.GetValue(json))
                screen.Json(await hub.Records(whose, cancellation));
            else
                Show(screen, whose, await hub.Records(whose, cancellation));
            return 0;
        });
        return command;
    }

    private static Command Loaded(Workspace workspace, Screen screen)
    {
        var institution = new Argument<string>("INSTITUTION") { Description = Texts.Get("option.institution") };
        var day = new Argument<string>("DAY") { Description = Texts.Get("records.day") };
        var lines = new Option<int?>("--lines") { Description = Texts.Get("records.lines") };
        var command = new Command("loaded", Texts.Get("records.loaded")) { institution, day, lines };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var hub = Connected.Hub(workspace);
            var (whose, which) = (parsed.GetRequiredValue(institution), parsed.GetRequiredValue(day));
            var file = await hub.RecordsLoaded(whose, which, new(parsed.GetValue(lines)), cancellation);
            screen.Line(Texts.Get("records.loaded.done", file.Day, file.Lines));
            return 0;
        });
        return command;
    }

    private static async Task Export(Screen screen, string csv, string? output, CancellationToken cancellation)
    {
        if (output is null)
        {
            screen.Line(csv.TrimEnd());
            return;
        }

        try
        {
            await File.WriteAllTextAsync(output, csv, cancellation);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new CliException(Texts.Get("records.noFile", output, fault.Message));
        }

        screen.Line(Texts.Get("records.written", output));
    }

    private static void Show(Screen screen, string institution, IReadOnlyList<RecordFileResponse> files)
    {
        if (files.Count == 0)
        {
            screen.Line(Texts.Get("records.none", institution));
            return;
        }

        var table = Screen.Grid(Texts.Of("records.column", "day", "lines", "loaded"));
        foreach (var file in files)
            table.AddRow(file.Day, $"{file.Lines}", file.Loaded is null ? Texts.Get("records.open") : Words.Time(file.Loaded));
        screen.Show(table);
    }
}
