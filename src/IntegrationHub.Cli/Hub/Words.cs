using System.Globalization;
using IntegrationHub.Api;
using IntegrationHub.Cli.Shell;
using Spectre.Console;

namespace IntegrationHub.Cli.Hub;

/// <summary>States, steps and times in words.</summary>
internal static class Words
{
    private static readonly Dictionary<string, (string Symbol, string Colour)> States = new()
    {
        ["pending"] = ("○", "grey"),
        ["running"] = ("◐", "blue"),
        ["submitted"] = ("◑", "blue"),
        ["done"] = ("✓", "green"),
        ["waiting"] = ("◷", "yellow"),
        ["failed"] = ("✗", "red"),
    };

    private static readonly string[] AwardStates = ["valid", "awaitingApproval", "declined", "inQuestion", "suspended", "revoked"];

    public static IEnumerable<string> StateNames => States.Keys;

    /// <summary>A step's state as markup: symbol and word, never colour alone.</summary>
    public static string State(AwardStep? step)
    {
        if (step is null)
            return "–";
        var (symbol, colour) = States.GetValueOrDefault(step.State, ("?", "grey"));
        var attempts = step.Attempts > 1 ? $" ×{step.Attempts}" : "";
        return $"[{colour}]{symbol} {Markup.Escape(StateWord(step.State))}[/]{attempts}";
    }

    public static string StateWord(string state) => States.ContainsKey(state) ? Texts.Get("state." + state) : state;

    public static string AwardWord(string state) => AwardStates.Contains(state) ? Texts.Get("award.state." + state) : state;

    /// <summary>What a rule said, as a sign before its sentence.</summary>
    public static string Verdict(string verdict) => verdict switch { "met" => "✓", "asks" => "?", _ => "✗" };

    public static string StepWord(string name) => AwardStep.Names.Contains(name) ? Texts.Get("step." + name) : name;

    public static string Time(DateTimeOffset? time) =>
        time?.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture) ?? "–";

    public static string Cell(string? text) => Markup.Escape(text ?? "–");
}
