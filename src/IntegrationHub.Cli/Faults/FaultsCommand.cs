using System.CommandLine;
using System.Text.Json.Nodes;
using IntegrationHub.Cli.Hub;
using IntegrationHub.Cli.Shell;
using Spectre.Console;

namespace IntegrationHub.Cli.Faults;

internal static class FaultsCommand
{
    private static readonly string[] Conditions = ["method", "path", "text"];

    public static Command Create(Workspace workspace, Screen screen)
    {
        var command = new Command("faults", Texts.Get("faults.help")) { List(workspace, screen), Clear(workspace, screen) };
        command.SetAction((_, cancellation) => Show(workspace, screen, false, cancellation));
        return command;
    }

    private static Command List(Workspace workspace, Screen screen)
    {
        var json = Options.Json();
        var command = new Command("list", Texts.Get("faults.list")) { json };
        command.SetAction((parsed, cancellation) => Show(workspace, screen, parsed.GetValue(json), cancellation));
        return command;
    }

    private static Command Clear(Workspace workspace, Screen screen)
    {
        var id = new Argument<string?>("ID") { Description = Texts.Get("faults.id"), Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("clear", Texts.Get("faults.clear")) { id };
        command.SetAction(
            async (parsed, cancellation) =>
            {
                using var sandbox = Connected.Sandbox(workspace);
                await sandbox.ClearFaults(parsed.GetValue(id), cancellation);
                screen.Line(Texts.Get("faults.cleared"));
                return 0;
            });
        return command;
    }

    private static async Task<int> Show(Workspace workspace, Screen screen, bool json, CancellationToken cancellation)
    {
        using var sandbox = Connected.Sandbox(workspace);
        var faults = await sandbox.Faults(cancellation);
        if (json)
            screen.Json(faults);
        else if (faults.Count == 0)
            screen.Line(Texts.Get("faults.none"));
        else
            screen.Show(Table(faults));
        return 0;
    }

    private static Table Table(JsonArray faults)
    {
        var table = Screen.Grid(["ID", .. Texts.Of("faults", "system", "effect", "when", "hits", "live")]);
        foreach (var fault in faults.OfType<JsonObject>())
        {
            var rule = fault["rule"] as JsonObject ?? [];
            var when = Conditions.Select(name => Bilingual.Read(rule[name])).Where(text => text is { Length: > 0 });
            table.AddRow(
                new[]
                {
                    Bilingual.Read(fault["id"]),
                    Bilingual.Read(rule["system"]),
                    $"{Bilingual.Read(rule["effect"])} {Bilingual.Read(rule["status"])}",
                    string.Join(' ', when),
                    Bilingual.Read(fault["hits"]),
                    Texts.Get(fault["live"]?.GetValue<bool>() == true ? "yes" : "no"),
                }
                    .Select(cell => Markup.Escape(cell ?? ""))
                    .ToArray());
        }
        return table;
    }
}
