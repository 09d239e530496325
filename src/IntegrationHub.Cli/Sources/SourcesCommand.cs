using System.CommandLine;
using System.Globalization;
using IntegrationHub.Cli.Hub;
using IntegrationHub.Cli.Shell;
using IntegrationHub.Core.Model.Kinds;
using Spectre.Console;

namespace IntegrationHub.Cli.Sources;

internal static class SourcesCommand
{
    public static Command Create(Workspace workspace, Screen screen)
    {
        var (folder, json) = (Folder(), Options.Json());
        var command = new Command("sources", Texts.Get("sources.help"))
        {
            folder,
            json,
            ShowCommand.Create(workspace, screen),
            TestSourceCommand.Create(workspace, screen),
            SecretCommand.Create(workspace, screen),
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            var sources = await SourceList.Read(workspace, screen, parsed.GetValue(folder), cancellation);
            if (parsed.GetValue(json))
                screen.Json(sources);
            else
                Show(screen, sources, workspace.Kinds);
            return 0;
        });
        return command;
    }

    public static Option<string?> Folder() => new("--folder") { Description = Texts.Get("sources.folder") };

    public static Argument<string> Source() => new("SOURCE") { Description = Texts.Get("sources.name") };

    private static void Show(Screen screen, IReadOnlyList<SourceInfo> sources, ConnectorKinds kinds)
    {
        if (sources.Count == 0)
        {
            screen.Line(Texts.Get("sources.none"));
            return;
        }

        var table = Screen.Grid(Texts.Of("sources", "source", "kind", "proof", "address", "lastHeard", "lastVerdict", "state"));
        var language = CultureInfo.CurrentUICulture.Name;
        foreach (var source in sources)
        {
            table.AddRow(
                Markup.Escape(source.Name),
                Markup.Escape(kinds.Source(source.Kind)?.Title.In(language) ?? source.Kind),
                Markup.Escape(kinds.Authentication(source.Authentication)?.Title.In(language) ?? source.Authentication),
                Markup.Escape(source.Address),
                Words.Time(source.LastHeard),
                Markup.Escape(Bilingual.Read(source.Deliveries is [var newest, ..] ? newest.VerdictText : null) ?? "–"),
                Markup.Escape(Bilingual.Read(source.StateText) ?? "–"));
        }

        table.Columns[0].NoWrap();
        screen.Show(table);
    }
}
