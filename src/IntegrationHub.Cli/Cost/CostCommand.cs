using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using IntegrationHub.Cli.Shell;
using Spectre.Console;

namespace IntegrationHub.Cli.Cost;

internal static class CostCommand
{
    private const long Usual = 100_000;

    public static Command Create(Workspace workspace, Screen screen)
    {
        var completions = new Option<long>("--completions")
        {
            Description = Texts.Get("cost.completions"),
            DefaultValueFactory = _ => Usual,
        };
        completions.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<long>() <= 0)
                result.AddError(Texts.Get("cost.positive"));
        });
        var bench = Options.Text("--bench", "cost.bench");
        var priced = Options.Text("--prices", "cost.prices");
        var json = new Option<bool>("--json") { Description = Texts.Get("cost.json") };
        var command = new Command("cost", Texts.Get("cost.help")) { completions, bench, priced, json };
        command.SetAction(parsed =>
        {
            var (load, alone, perSecond) = Measured.Read(parsed.GetValue(bench) ?? Path.Combine(workspace.Hidden, "bench.json"));
            var prices = Prices.Read(parsed.GetValue(priced) ?? Path.Combine(workspace.Infrastructure, "prices.json"));
            var count = parsed.GetValue(completions);
            var lines = CostModel.Of(load, alone, perSecond, prices, count);
            var idle = CostModel.IdleMonth(alone, prices);
            if (parsed.GetValue(json))
                screen.Json(
                    JsonSerializer.SerializeToNode(
                        new
                        {
                            completions = count,
                            prices.Currency,
                            prices.Date,
                            lines,
                            idlePerMonth = idle,
                            readyPerMonth = CostModel.ReadyMonth(prices),
                        },
                        JsonSerializerOptions.Web)!);
            else
                Show(screen, lines, prices, count, perSecond, idle);
            return 0;
        });
        return command;
    }

    private static void Show(Screen screen, IReadOnlyList<CostLine> lines, Prices prices, long completions, double perSecond, double idle)
    {
        var table = Screen.Grid(
            Texts.Get("cost.what"),
            Texts.Get("cost.perCompletion"),
            Texts.Get("cost.underLoad", prices.Currency),
            Texts.Get("cost.oneByOne", prices.Currency));
        foreach (var line in lines)
            table.AddRow(Texts.Get($"cost.{line.Name}"), Units(line.PerCompletion), Money(line.UnderLoad), Money(line.OneByOne));
        table.AddRow(Texts.Get("cost.total"), "", Money(lines.Sum(line => line.UnderLoad)), Money(lines.Sum(line => line.OneByOne)));
        screen.Line(Texts.Get("cost.for", completions));
        screen.Show(table);
        screen.Line(Texts.Get("cost.how", perSecond, prices.InstanceGigabytes, prices.ShortestSeconds));
        screen.Line(Texts.Get("cost.idle", idle, prices.Currency));
        if (CostModel.ReadyMonth(prices) is { } ready)
            screen.Line(
                Texts.Get(
                    "cost.ready",
                    prices.InstanceGigabytes,
                    ready,
                    prices.Currency,
                    Rate(prices.ReadyBusyGigabyteSecond ?? prices.GigabyteSecond),
                    Rate(prices.GigabyteSecond)));
        screen.Line(Texts.Get("cost.source", prices.Date, prices.Source));
    }

    private static string Units(double units) => units.ToString("0.###", CultureInfo.CurrentCulture);

    private static string Rate(double price) => price.ToString("0.########", CultureInfo.CurrentCulture);

    private static string Money(double amount) => amount.ToString("N2", CultureInfo.CurrentCulture);
}
