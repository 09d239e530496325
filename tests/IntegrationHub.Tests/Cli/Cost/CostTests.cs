using System.Text.Json.Nodes;
using IntegrationHub.Testing;
using IntegrationHub.Testing.Cli;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Cli.Cost;

/// <summary>The arithmetic of the bill; the counts are invented, the prices are the file's.</summary>
public sealed class CostTests : IDisposable
{
    private const string Bench = """
        { "rounds": { "completions": { "hubMedian": 80 } },
          "transactions": {
            "together": { "byKind": { "queue": 12, "table": 14, "blobWrite": 2, "blobRead": 0.5 }, "executions": 4,
             "aside": { "idle": 100 } },
            "oneByOne": { "byKind": { "queue": 20, "table": 14, "blobWrite": 2 }, "executions": 8, "aside": { "idle": 600 } } } }
        """;

    private readonly CliRun _cli = new();

    private static string Prices => Repository.Path("infra", "prices.json");

    [Fact]
    public async Task Each_line_is_a_count_times_a_price_and_the_vendors_arithmetic_comes_out()
    {
        Measure(Bench);

        (await _cli.Run("cost", "--prices", Prices, "--json")).ShouldBe(0);

        var bill = JsonNode.Parse(_cli.Output)!;
        Cost(bill, "queue").ShouldBe((0.48, 0.80));
        Cost(bill, "table").ShouldBe((0.0504, 0.0504));
        Cost(bill, "blobWrites").ShouldBe((1.0, 1.0));
        Cost(bill, "blobReads").ShouldBe((0.02, 0));
        Cost(bill, "executions").ShouldBe((0.16, 0.32));
        Cost(bill, "compute").ShouldBe((0.065, 41.6));
        Cost(bill, "telemetry").ShouldBe((1.15, 1.15));
        bill["idlePerMonth"]!.GetValue<double>().ShouldBe(10.5, 0.1);
        bill["readyPerMonth"]!.GetValue<double>().ShouldBe(2 * 0.000004 * 3600 * 730.5, 0.001);
    }

    [Fact]
    public async Task A_person_gets_a_table_with_the_total_the_date_and_the_source_of_the_prices()
    {
        Measure(Bench);

        (await _cli.Run("cost", "--prices", Prices, "--completions", "200000")).ShouldBe(0);

        string[] all =
            ["200,000", "queue requests", "0.96", "5.85", "2026-", "azure.microsoft.com", "80.0 completions", "21.04 USD", "0.000016"];
        foreach (var said in all)
            _cli.Output.ShouldContain(said);
    }

    [Theory]
    [InlineData(null, "hub bench")]
    [InlineData("{}", "Measure again")]
    [InlineData("no JSON", "Measure again")]
    [InlineData(
        """{ "rounds": { "completions": { "hubMedian": 80 } }, "transactions": { "together": { "byStage": {} }, "oneByOne": {} } }""",
        "Measure again")]
    public async Task Without_a_measurement_it_says_how_to_get_one(string? bench, string said)
    {
        if (bench is not null)
            Measure(bench);
        (await _cli.Run("cost", "--prices", Prices)).ShouldBe(1);
        _cli.Errors.ShouldContain(said);
    }

    [Fact]
    public async Task A_file_of_before_without_the_price_of_ready_instances_still_serves()
    {
        Measure(Bench);
        var prices = Path.Combine(_cli.Folder, "prices.json");
        await File.WriteAllTextAsync(
            prices,
            (await File.ReadAllTextAsync(Prices, CancellationToken.None)).Replace("\"ready", "\"other", StringComparison.Ordinal),
            CancellationToken.None);

        (await _cli.Run("cost", "--prices", prices)).ShouldBe(0);

        _cli.Output.ShouldNotContain("readyInstances");
    }

    [Fact]
    public async Task A_price_that_is_missing_is_named()
    {
        Measure(Bench);
        var prices = Path.Combine(_cli.Folder, "prices.json");
        await File.WriteAllTextAsync(
            prices,
            (await File.ReadAllTextAsync(Prices, CancellationToken.None)).Replace("queuePer10000", "queues", StringComparison.Ordinal),
            CancellationToken.None);
        (await _cli.Run("cost", "--prices", prices)).ShouldBe(1);
        _cli.Errors.ShouldContain("queuePer10000");
    }

    [Fact]
    public async Task No_completions_have_no_cost_to_compute() => (await _cli.Run("cost", "--completions", "0")).ShouldNotBe(0);

    public void Dispose() => _cli.Dispose();

    private void Measure(string bench)
    {
        Directory.CreateDirectory(_cli.Workspace.Hidden);
        File.WriteAllText(Path.Combine(_cli.Workspace.Hidden, "bench.json"), bench);
    }

    private static (double, double) Cost(JsonNode bill, string name)
    {
        var line = bill["lines"]!.AsArray().Single(one => one!["name"]!.GetValue<string>() == name)!;
        return (Math.Round(line["underLoad"]!.GetValue<double>(), 6), Math.Round(line["oneByOne"]!.GetValue<double>(), 6));
    }
}
