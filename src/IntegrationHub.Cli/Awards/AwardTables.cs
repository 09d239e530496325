using IntegrationHub.Api;
using IntegrationHub.Cli.Hub;
using IntegrationHub.Cli.Shell;
using Spectre.Console;

namespace IntegrationHub.Cli.Awards;

/// <summary>Awards as a person reads them.</summary>
internal static class AwardTables
{
    public static void ShowAll(Screen screen, IReadOnlyList<AwardResponse> awards)
    {
        if (awards.Count == 0)
        {
            screen.Line(Texts.Get("awards.none"));
            return;
        }
        var table = Screen.Grid(
        [
            "ID", Texts.Get("awards.microCredential"), Texts.Get("awards.learner"), Texts.Get("awards.awarded"),
            .. AwardStep.Names.Select(Words.StepWord),
        ]);
        foreach (var award in awards)
        {
            table.AddRow(
            [
                Markup.Escape(award.Id), Markup.Escape($"{award.Institution}/{award.MicroCredential}"), Markup.Escape(award.Learner),
                Words.Time(award.Awarded), .. AwardStep.Names.Select(name => Words.State(award.Step(name))),
            ]);
        }
        table.Columns[0].NoWrap();
        screen.Show(table);
    }

    public static void ShowOne(Screen screen, AwardResponse award)
    {
        var facts = new Grid().AddColumn(new GridColumn().NoWrap()).AddColumn();
        foreach (var (name, value) in Facts(award).Where(fact => fact.Value is not null))
            facts.AddRow($"[bold]{Markup.Escape(name)}[/]", Markup.Escape(value!));
        screen.Show(facts);

        var steps = Screen.Grid(Texts.Of("awards", "step", "state", "attempts", "updated", "error", "reference", "next"));
        foreach (var step in award.Steps)
        {
            steps.AddRow(
                Words.StepWord(step.Name), Words.State(step with { Attempts = 0 }), $"{step.Attempts}", Words.Time(step.Updated),
                Words.Cell(step.Error), Words.Cell(step.Reference), Words.Time(step.Next));
        }
        screen.Show(steps);

        foreach (var rule in award.Rules ?? [])
            screen.Line($"  {Words.Verdict(rule.Verdict)} {Bilingual.Read(rule.Sentence)}");

        if (award.Timeline is { Count: > 0 } timeline)
        {
            screen.Line(Texts.Get("awards.timeline"));
            foreach (var entry in timeline)
                screen.Line("  " + Entry(entry));
        }
    }

    private static IEnumerable<(string Name, string? Value)> Facts(AwardResponse award) =>
    [
        ("ID", award.Id),
        (Texts.Get("awards.microCredential"), $"{award.Institution}/{award.MicroCredential} {Bilingual.Read(award.Title)}".TrimEnd()),
        (Texts.Get("awards.learner"), award.Learner),
        (Texts.Get("awards.state"), $"{Words.AwardWord(award.State)}{(award.Reason is null ? "" : $" ({award.Reason})")}"),
        (Texts.Get("awards.awarded"), Words.Time(award.Awarded)),
        (Texts.Get("awards.credential"), award.Credential?.OriginalString),
        (Texts.Get("awards.survey"), award.SurveyOpened is { } times ? Texts.Get("awards.surveyOpened", times) : null),
    ];

    private static string Entry(AwardEvent entry) =>
        string.Join("  ", new[] { Words.Time(entry.At), entry.Event, entry.Step, entry.Detail }.Where(text => text is { Length: > 0 }));
}
