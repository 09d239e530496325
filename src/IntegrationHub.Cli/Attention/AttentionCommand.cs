using System.CommandLine;
using IntegrationHub.Api;
using IntegrationHub.Cli.Hub;
using IntegrationHub.Cli.Shell;
using Spectre.Console;

namespace IntegrationHub.Cli.Attention;

internal static class AttentionCommand
{
    public static Command Create(Workspace workspace, Screen screen)
    {
        var json = Options.Json();
        var dismissed = new Option<bool>("--dismissed") { Description = Texts.Get("attention.dismissed") };
        var command = new Command("attention", Texts.Get("attention.help"))
        {
            json,
            dismissed,
            Identify(workspace, screen),
            Take(workspace, screen),
            WithReason(workspace, screen, "discard", (hub, item, why, cancellation) =>
                hub.Discard(item.Institution, item.Id, why, cancellation)),
            Act(workspace, screen, "retry", (hub, item, _, cancellation) => hub.Retry(item.Institution, item.Id, cancellation)),
            Act(workspace, screen, "waive", (hub, item, _, cancellation) => hub.Waive(item.Institution, item.Id, cancellation)),
            Act(workspace, screen, "aside", (hub, item, _, cancellation) => hub.PutAside(item.Institution, item.Id, cancellation)),
            WithReason(workspace, screen, "dismiss", (hub, item, why, cancellation) =>
                hub.Dismiss(item.Institution, item.Id, why, cancellation)),
            Act(workspace, screen, "restore", (hub, item, _, cancellation) => hub.Restore(item.Institution, item.Id, cancellation), true),
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var hub = Connected.Hub(workspace);
            var items = await hub.Attention(dismissed: parsed.GetValue(dismissed) ? true : null, cancellation: cancellation);
            if (parsed.GetValue(json))
                screen.Json(items);
            else if (items.Count == 0)
                screen.Line(Texts.Get(parsed.GetValue(dismissed) ? "attention.noneDismissed" : "attention.none"));
            else
                Show(screen, items);
            return 0;
        });
        return command;
    }

    private static Command Identify(Workspace workspace, Screen screen)
    {
        var student = new Option<string>("--student-number") { Description = Texts.Get("identity.studentNumber"), Required = true };
        var command = Act(workspace, screen, "identify", (hub, item, parsed, cancellation) =>
            hub.Identify(item.Institution, item.Id, new(parsed.GetRequiredValue(student)), cancellation));
        command.Options.Add(student);
        return command;
    }

    private static Command Take(Workspace workspace, Screen screen)
    {
        var said = new Option<string?>("--as") { Description = Texts.Get("attention.take.as") };
        var command = Act(workspace, screen, "take", (hub, item, parsed, cancellation) =>
            hub.Take(item.Institution, item.Id, new(parsed.GetValue(said)), cancellation));
        command.Options.Add(said);
        return command;
    }

    /// <summary>An act that needs a reason.</summary>
    private static Command WithReason(
        Workspace workspace,
        Screen screen,
        string name,
        Func<IHubApi, ItemName, ActRequest, CancellationToken, Task> act)
    {
        var reason = new Option<string>("--reason") { Description = Texts.Get($"attention.{name}.reason"), Required = true };
        var command = Act(workspace, screen, name, (hub, item, parsed, cancellation) =>
            act(hub, item, new(parsed.GetRequiredValue(reason)), cancellation));
        command.Options.Add(reason);
        return command;
    }

    /// <summary>An act on an item: an open one, or a dismissed one.</summary>
    private static Command Act(
        Workspace workspace,
        Screen screen,
        string name,
        Func<IHubApi, ItemName, ParseResult, CancellationToken, Task> act,
        bool isDismissed = false)
    {
        var typed = new Argument<string>("ITEM") { Description = Texts.Get("attention.id") };
        var command = new Command(name, Texts.Get($"attention.{name}")) { typed };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var hub = Connected.Hub(workspace);
            await act(hub, await ItemName.Find(hub, parsed.GetRequiredValue(typed), isDismissed, cancellation), parsed, cancellation);
            screen.Line(Texts.Get($"attention.{name}.asked"));
            return 0;
        });
        return command;
    }

    private static void Show(Screen screen, IReadOnlyList<AttentionItemResponse> items)
    {
        var table = Screen.Grid([.. Texts.Of("attention", "item", "where", "what", "subject", "count", "last", "action", "commands")]);
        foreach (var item in items)
        {
            var subject = Bilingual.Read(item.Work) is { } work
                ? string.Join('\n', new[] { work, item.Award, item.StudentNumber ?? item.Learner }.OfType<string>())
                : item.StudentNumber is { } number && item.Subject is { } text ? $"{number}\n{text}"
                : item.StudentNumber ?? item.Subject ?? "–";
            var whom = item.Candidates is { Count: > 0 } several ? $"{subject} → {string.Join(" | ", several)}" : subject;
            table.AddRow(
                Markup.Escape($"{ItemName.Of(item)}"), Markup.Escape(item.Source),
                Markup.Escape(string.Join('\n', new[] { Bilingual.Read(item.Message), Detail(item), Dismissed(item) }.OfType<string>())),
                Markup.Escape(whom), $"{item.Count}", Words.Time(item.Last), Words.Cell(Bilingual.Read(item.Action)),
                Markup.Escape(string.Join('\n', item.Commands.Select(command => Line(item, command)))));
        }
        table.Columns[0].NoWrap();
        screen.Show(table);
    }

    private static string? Detail(AttentionItemResponse item) =>
        item is { Detail: { } en, DetailFr: { } fr } ? Bilingual.Read(new LocalizedText(fr, en)) : item.Detail;

    private static string? Dismissed(AttentionItemResponse item) =>
        item.Dismissed is { } at ? Texts.Get("attention.dismissedFor", Words.Time(at), item.DismissalReason) : null;

    /// <summary>What a person types after <c>hub</c>; a command on the item is followed by the item.</summary>
    private static string Line(AttentionItemResponse item, AttentionItemCommand command) => command.On switch
    {
        "award" => $"award {command.Name} {item.Award}",
        "step" => $"{command.Name} {item.Award} {item.Step}",
        _ => $"attention {command.Name}",
    };
}
