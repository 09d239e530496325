using System.Globalization;
using IntegrationHub.Benchmarks.Credentials;
using IntegrationHub.Benchmarks.Pipeline;
using IntegrationHub.Benchmarks.Rules;
using IntegrationHub.Benchmarks.Stand;
using IntegrationHub.Benchmarks.Storage;
using IntegrationHub.Cli.Shell;
using IntegrationHub.Core.Messaging;
using Spectre.Console;

namespace IntegrationHub.Benchmarks.Report;

/// <summary>The report for people.</summary>
internal static class FiguresTable
{
    public static void Show(Screen screen, Figures figures)
    {
        var table = Screen.Grid(Texts.Of("bench", "measure", "hub", "other", "ratio", "goal", "met"));
        foreach (var measure in figures.Measures)
            table.AddRow(
                measure.Name,
                Number(measure.Hub),
                Number(measure.Other),
                measure.Ratio?.ToString("0.00", CultureInfo.CurrentCulture) ?? "",
                measure.Goal ?? "",
                Met(measure.Met));
        screen.Show(table);

        if (figures.Pipeline is { } pipeline)
            Show(screen, pipeline);
        if (figures.Credentials is { } credentials)
            Show(screen, credentials);
        if (figures.Rules is { } rules)
            Show(screen, rules);
    }

    private static void Show(Screen screen, PipelineFigures figures)
    {
        var stages = Screen.Grid(Texts.Of("bench", "stage", "oneByOne", "together"));
        foreach (var stage in (string[])[StorageCall.Webhook, .. QueueNames.All])
            stages.AddRow(stage, Share(figures.OneByOne.ByStage, stage), Share(figures.Together.ByStage, stage));
        stages.AddRow(Texts.Get("bench.total"), Number(figures.OneByOne.Total), Number(figures.Together.Total));
        foreach (var aside in (string[])[StorageCall.Idle, StorageCall.Timers])
            stages.AddRow(Texts.Get("bench.perMinute", aside), Share(figures.OneByOne.Aside, aside), Share(figures.Together.Aside, aside));
        screen.Show(stages);
    }

    private static void Show(Screen screen, CredentialFigures figures)
    {
        var lists = Screen.Grid(Texts.Of("bench", "list", "listCold", "listWarm"));
        foreach (var list in figures.Lists)
            lists.AddRow(list.Changes.ToString("N0", CultureInfo.CurrentCulture), Number(list.Cold), Number(list.Warm));
        screen.Show(lists);
        if (!OneCore.IsKept)
            screen.Line(Texts.Get("bench.cores"));
    }

    private static void Show(Screen screen, RuleFigures figures)
    {
        var histories = Screen.Grid(Texts.Of("bench", "history", "historyFirst", "historyMilestone", "historyLater"));
        foreach (var history in figures.Histories)
            histories.AddRow(
                history.Awards.ToString("N0", CultureInfo.CurrentCulture),
                Cost(history.First),
                Cost(history.Milestone),
                Cost(history.Later));
        screen.Show(histories);
        screen.Line(
            Texts.Get(
                "bench.historyPrepared",
                string.Join("; ", figures.OwnResults.Select(own => Texts.Get("bench.historyOwn", own.Results, Cost(own.Cost))))));
    }

    private static string Cost(Cost cost) => Texts.Get("bench.historyCost", cost.Rows, cost.Transactions);

    private static string Number(double? value) =>
        value switch
        {
            null => "",
            >= 100 => value.Value.ToString("0", CultureInfo.CurrentCulture),
            _ => value.Value.ToString("0.0", CultureInfo.CurrentCulture),
        };

    private static string Share(IReadOnlyDictionary<string, double> shares, string name) => Number(shares.GetValueOrDefault(name));

    private static string Met(bool? met) => met is null ? "" : Texts.Get(met.Value ? "bench.yes" : "bench.no");
}
