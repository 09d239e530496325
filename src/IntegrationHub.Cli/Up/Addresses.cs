using IntegrationHub.Cli.Local;
using IntegrationHub.Cli.Shell;
using Spectre.Console;

namespace IntegrationHub.Cli.Up;

/// <summary>Where to look, once everything runs.</summary>
internal static class Addresses
{
    public static void Show(Screen screen, Workspace workspace, Ports ports, string adminKey)
    {
        (string Name, string Where)[] rows =
        [
            (Texts.Get("address.hub"), $"{ports.HubAddress}/sign-in?key={adminKey}"),
            (Texts.Get("address.campus"), ports.SandboxAddress),
            (Texts.Get("address.logs"), Path.Combine(Path.GetRelativePath(Environment.CurrentDirectory, workspace.Logs), "*.log")),
            (Texts.Get("address.try"), "./hub send canvas · ./hub awards · ./hub attention · ./hub faults clear · ./hub replay ID"),
            (Texts.Get("address.stop"), Texts.Get("address.ctrlC")),
        ];
        screen.Line();
        if (!screen.Interactive)
        {
            foreach (var (name, where) in rows)
                screen.Line(Texts.Get("address.line", name, where));
            return;
        }
        var grid = new Grid().AddColumn(new GridColumn().NoWrap()).AddColumn(new GridColumn().NoWrap());
        foreach (var (name, where) in rows)
            grid.AddRow($"[bold]{Markup.Escape(name)}[/]", Markup.Escape(where));
        screen.Show(new Panel(grid).Header(Markup.Escape(Texts.Get("address.ready"))).Border(BoxBorder.Rounded));
    }
}
