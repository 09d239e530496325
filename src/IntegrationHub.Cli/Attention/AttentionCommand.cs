using System.CommandLine;
using IntegrationHub.Cli.Awards;
using IntegrationHub.Cli.Hub;
using Spectre.Console;

namespace IntegrationHub.Cli.Attention;

internal static class AttentionCommand
{
    public static Command Create(Workspace workspace, Screen screen)
    {
        var json = Options.Json();
        var command = new Command("attention", Texts.Get("attention.help")) { json, Retry(workspace, screen), Waive(workspace, screen) };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var hub = Connected.Hub(workspace);
            if (parsed.GetValue(json))
                screen.Json(await hub.AttentionJson(cancellation));
            else
                Show(screen, await hub.Attention(cancellation));
            return 0;
        });
        return command;
    }

    private static Command Waive(Workspace workspace, Screen screen)
    {
        var id = new Argument<string>("ID") { Description = Texts.Get("attention.id") };
        var command = new Command("waive", Texts.Get("attention.waive")) { id };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var hub = Connected.Hub(workspace);
            await hub.Waive(parsed.GetRequiredValue(id), cancellation);
            screen.Line(Texts.Get("attention.waive.asked"));
            return 0;
        });
        return command;
    }

    private static Command Retry(Workspace workspace, Screen screen)
    {
        var id = new Argument<string>("ID") { Description = Texts.Get("attention.id") };
        var command = new Command("retry", Texts.Get("attention.retry")) { id };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var hub = Connected.Hub(workspace);
            await hub.RetryAttention(parsed.GetRequiredValue(id), cancellation);
            screen.Line(Texts.Get("attention.retried"));
            return 0;
        });
        return command;
    }

    private static void Show(Screen screen, IReadOnlyList<AttentionItem> items)
    {
        if (items.Count == 0)
        {
            screen.Line(Texts.Get("attention.none"));
            return;
        }
        var table = Screen.Grid(["ID", .. Texts.Of("attention", "where", "what", "subject", "count", "last", "action")]);
        foreach (var item in items)
        {
            table.AddRow(
                Markup.Escape(item.Id), Markup.Escape(item.Source is null ? item.Institution : $"{item.Institution}/{item.Source}"),
                Markup.Escape(string.Join(": ", new[] { Bilingual.Read(item.Message) ?? item.Cause, Bilingual.Read(item.Detail) }.OfType<string>())),
                Markup.Escape(item.Candidates is { Count: > 0 } several ? $"{item.Subject} → {string.Join(" | ", several)}" : item.Subject ?? "–"), $"{item.Count}", Words.Time(item.Last), Words.Cell(item.Action));
        }
        table.Columns[0].NoWrap();
        screen.Show(table);
    }
}
