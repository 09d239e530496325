using System.Text.RegularExpressions;
using IntegrationHub.Cli.Infra;
using IntegrationHub.Cli.Infra.Checks;
using IntegrationHub.Cli.Infra.Model;
using IntegrationHub.Cli.Shell;
using IntegrationHub.Testing.Infra;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.Infra;

/// <summary>Every query of the alerts, the workbook, the runbook and the dashboard is one. Nothing here can run them.</summary>
public sealed partial class QueryTests
{
    private static readonly Workspace Clone = Workspace.Find();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_alert_gives_the_number_that_it_measures_and_what_it_splits_by()
    {
        var (deployment, _) = await new BicepFiles(Clone, await Bicep.Compiler(Clone, Cancellation)).Deploy(
            "production.bicepparam",
            Cancellation);
        var criteria = deployment!.Of(AzureTypes.Alert).Select(alert => alert.At("properties.criteria.allOf")![0]!).ToList();
        criteria.Count.ShouldBe(8);
        var parsed = await Parsers.Parse("kql", criteria.Select(criterion => (string)criterion["query"]!), Cancellation);
        foreach (var (criterion, query) in criteria.Zip(parsed))
        {
            query.Faults.ShouldBeEmpty();
            query.Columns[(string)criterion["metricMeasureColumn"]!].ShouldBeOneOf("long", "real");
            query
                .Columns.Where(column => column.Value == "string")
                .Select(column => column.Key)
                .ShouldBe(criterion["dimensions"]!.AsArray().Select(dimension => (string)dimension!["name"]!));
        }
    }

    [Fact]
    public async Task The_queries_of_the_workbook_are_queries()
    {
        var queries = WorkbookCheck.Queries(await Text("infra", "workbook", "hub.json")).Select(asked => Filled(asked.Query)).ToList();
        queries.Count.ShouldBeGreaterThan(15);
        (await Parsers.Parse("kql", queries, Cancellation))
            .SelectMany((query, at) => query.Faults.Select(fault => $"{queries[at]}: {fault}"))
            .ShouldBeEmpty();
    }

    [Fact]
    public async Task The_queries_of_the_runbook_are_queries_and_the_same_in_both_languages()
    {
        var queries = Fenced().Matches(await Text("docs", "runbook.md")).Select(found => found.Groups["query"].Value).ToList();
        queries.Count.ShouldBeGreaterThan(8);
        queries[..(queries.Count / 2)].ShouldBe(queries[(queries.Count / 2)..]);
        (await Parsers.Parse("kql", queries, Cancellation)).SelectMany(query => query.Faults).ShouldBeEmpty();
        queries.SelectMany(query => QueryCheck.Faults("docs/runbook.md", query, query, Watching.Read(Clone))).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_expressions_of_the_dashboard_are_expressions()
    {
        var expressions = DashboardCheck
            .Expressions(await Text("infra", "grafana", "hub.json"))
            .Select(asked =>
                asked
                    .Expression.Replace("$__rate_interval", "5m", StringComparison.Ordinal)
                    .Replace("$__range", "1d", StringComparison.Ordinal))
            .ToList();
        expressions.Count.ShouldBeGreaterThan(15);
        (await Parsers.Parse("promql", expressions, Cancellation))
            .SelectMany((query, at) => query.Faults.Select(fault => $"{expressions[at]}: {fault}"))
            .ShouldBeEmpty();
    }

    [Theory]
    [InlineData("kql", "AppMetrics | where Nme == 'hub.steps'", "Nme")]
    [InlineData("kql", "AppMetrics | summarize count( by Name", "Expected: )")]
    [InlineData("kql", "AppMetrcs | take 5", "AppMetrcs")]
    [InlineData("promql", "sum by (queue (queue_length)", "not PromQL")]
    [InlineData("promql", "rate(hub_steps_total[5m)", "not PromQL")]
    public async Task A_fault_is_found(string language, string query, string fault) =>
        (await Parsers.Parse(language, [query], Cancellation))
            .ShouldHaveSingleItem()
            .Faults.ShouldContain(said => said.Contains(fault, StringComparison.Ordinal));

    private static Task<string> Text(params string[] path) => File.ReadAllTextAsync(Path.Combine([Clone.Root, .. path]), Cancellation);

    /// <summary>With the values that the workbook's parameters have at first.</summary>
    private static string Filled(string query) =>
        query.Replace("{Institution}", "'*'", StringComparison.Ordinal).Replace("{TimeRange:grain}", "5m", StringComparison.Ordinal);

    [GeneratedRegex(@"^```kql\n(?<query>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fenced();
}
