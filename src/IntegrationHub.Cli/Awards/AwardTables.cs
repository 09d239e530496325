using System.Text.Json.Nodes;
using IntegrationHub.Cli.Hub;
using Spectre.Console;

namespace IntegrationHub.Cli.Awards;

/// <summary>Awards as a person reads them.</summary>
internal static class AwardTables
{
    public static void ShowAll(Screen screen, IReadOnlyList<Award> awards)
    {
        if (awards.Count == 0)
        {
            screen.Line(Texts.Get("awards.none"));
            return;
        }
        var table = Screen.Grid(
            ["ID", Texts.Get("awards.microCredential"), Texts.Get("awards.learner"), Texts.Get("awards.awarded"), .. Step.Names.Select(Words.StepWord)]);
        foreach (var award in awards)
        {
            table.AddRow(
            [
                Markup.Escape(award.Id), Markup.Escape($"{award.Institution}/{award.MicroCredential}"), Markup.Escape(award.Learner ?? "–"),
                Words.Time(award.Awarded), .. Step.Names.Select(name => Words.State(award.Step(name))),
            ]);
        }
        table.Columns[0].NoWrap();
        screen.Show(table);
    }

    public static void ShowOne(Screen screen, Award award)
    {
        var facts = new Grid().AddColumn(new GridColumn().NoWrap()).AddColumn();
        foreach (var (name, value) in Facts(award).Where(fact => fact.Value is not null))
            facts.AddRow($"[bold]{Markup.Escape(name)}[/]", Markup.Escape(value!));
        screen.Show(facts);

        var steps = Screen.Grid(Texts.Of("awards", "step", "state", "attempts", "updated", "error", "reference", "next"));
        foreach (var step in award.Steps ?? [])
        {
            steps.AddRow(
                Words.StepWord(step.Name), Words.State(step with { Attempts = 0 }), $"{step.Attempts}", Words.Time(step.Updated),
                Words.Cell(step.Error), Words.Cell(step.Reference), Words.Cell(step.Next));
        }
        screen.Show(steps);

        foreach (var rule in award.Rules ?? [])
            screen.Line($"  {Words.Verdict(rule?["verdict"]?.GetValue<string>())} {Bilingual.Read(rule?["sentence"])}");

        if (award.Timeline is { Count: > 0 } timeline)
        {
            screen.Line(Texts.Get("awards.timeline"));
            foreach (var entry in timeline)
                screen.Line("  " + Entry(entry));
        }
    }

    private static IEnumerable<(string Name, string? Value)> Facts(Award award) =>
    [
        ("ID", award.Id),
        (Texts.Get("awards.microCredential"), $"{award.Institution}/{award.MicroCredential} {Bilingual.Read(award.Title)}".TrimEnd()),
        (Texts.Get("awards.learner"), award.Learner),
        (Texts.Get("awards.state"), award.State is null ? null : $"{Words.AwardWord(award.State)}{(award.Reason is null ? "" : $" ({award.Reason})")}"),
        (Texts.Get("awards.awarded"), Words.Time(award.Awarded)),
        (Texts.Get("awards.credential"), Bilingual.Read(award.Credential)),
        (Texts.Get("awards.survey"), award.SurveyOpened is { } times ? Texts.Get("awards.surveyOpened", times) : null),
    ];

    // The timeline's entries differ by what happened: their values are read in the order the hub gives them.
    private static string Entry(JsonNode? entry) => entry is JsonObject fields && !fields.ContainsKey("fr")
        ? string.Join("  ", fields.Select(field => Value(field.Value)).Where(text => text is { Length: > 0 }))
        : Bilingual.Read(entry) ?? "";

    private static string? Value(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue<DateTimeOffset>(out var time) ? Words.Time(time) : Bilingual.Read(node);
}
