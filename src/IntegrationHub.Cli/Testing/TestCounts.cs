using System.Text.Json;
using System.Text.Json.Nodes;

namespace IntegrationHub.Cli.Testing;

/// <summary>How many tests passed, failed and were skipped.</summary>
internal sealed record TestCounts(int Passed, int Failed, int Skipped)
{
    public static TestCounts None { get; } = new(0, 0, 0);

    public static TestCounts operator +(TestCounts one, TestCounts other) =>
        new(one.Passed + other.Passed, one.Failed + other.Failed, one.Skipped + other.Skipped);

    /// <summary>
    /// Reads what one project left: its CTRF report and its exit code. What crashed, or failed outside a test, is one failure.
    /// </summary>
    public static TestCounts Read(string reportFile, int exitCode)
    {
        var counts = Report(reportFile);
        return counts is null || (exitCode != 0 && counts.Failed == 0)
            ? (counts ?? None) + new TestCounts(0, 1, 0)
            : counts;
    }

    /// <summary>The line that scripts read; the same in every language.</summary>
    public override string ToString() => $"{Passed} passed, {Failed} failed" + (Skipped > 0 ? $", {Skipped} skipped" : "");

    private static TestCounts? Report(string file)
    {
        try
        {
            var summary = File.Exists(file) ? JsonNode.Parse(File.ReadAllText(file))?["results"]?["summary"] : null;
            return summary is null
                ? null
                : new(Count(summary, "passed"), Count(summary, "failed"), Count(summary, "skipped") + Count(summary, "pending"));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static int Count(JsonNode summary, string name) => summary[name]?.GetValue<int>() ?? 0;
}
