using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using IntegrationHub.Cli.Hub;

namespace IntegrationHub.Cli.Acts;

/// <summary>One award: its state, why it is on the record, and what happened.</summary>
internal static class AwardShow
{
    public static Command Create(Workspace workspace, Screen screen)
    {
        var award = new Argument<string>("AWARD") { Description = Texts.Get("awards.id") };
        var command = new Command("show", Texts.Get("award.show")) { award };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var hub = Connected.Hub(workspace);
            Show(screen, await hub.AwardJson(parsed.GetRequiredValue(award), cancellation));
            return 0;
        });
        return command;
    }

    private static void Show(Screen screen, JsonNode award)
    {
        string? In(JsonNode? both) => both?[CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "fr" ? "fr" : "en"]?.GetValue<string>();
        screen.Line($"{In(award["title"])} · {award["learner"]} · {Texts.Get($"award.state.{award["state"]}")}{(award["reason"] is { } reason ? $" ({reason})" : "")}");
        foreach (var rule in award["rules"]?.AsArray() ?? [])
            screen.Line($"  {(rule!["verdict"]!.GetValue<string>() switch { "met" => "✓", "asks" => "?", _ => "✗" })} {In(rule["sentence"])}");
        foreach (var entry in award["timeline"]?.AsArray() ?? [])
            screen.Line($"  {entry!["at"]}  {entry["event"]}{(entry["step"] is { } step ? $" {step}" : "")}{(entry["detail"] is { } detail ? $": {detail}" : "")}");
    }
}
