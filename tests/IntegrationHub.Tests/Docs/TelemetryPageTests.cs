using IntegrationHub.Core.Telemetry;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Docs;

public sealed class TelemetryPageTests
{
    [Fact]
    public void Every_metric_is_described_with_its_dimensions()
    {
        var rows = DocPage.Of("docs/telemetry.md").Lines.Where(line => line.StartsWith("| `", StringComparison.Ordinal)).ToList();
        foreach (var metric in HubMetric.All)
        {
            var row = rows.Single(line => line.Split('|')[1].Contains($"`{metric.Name}`", StringComparison.Ordinal));
            metric.Attributes.Where(label => !row.Contains($"`{label}`", StringComparison.Ordinal)).ShouldBeEmpty(metric.Name);
        }

        rows.Sum(row => row.Split('|')[1].Split(',').Length).ShouldBe(HubMetric.All.Count);
    }
}
