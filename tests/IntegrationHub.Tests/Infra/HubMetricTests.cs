using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;
using IntegrationHub.Cli.Infra.Model;
using IntegrationHub.Core.Monitoring;
using IntegrationHub.Core.Telemetry;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Infra;

/// <summary>The list that alerts and dashboards rest on is what the program really measures.</summary>
public sealed class HubMetricTests
{
    [Fact]
    public void What_is_listed_is_what_is_measured()
    {
        List<Instrument> made = [];
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, _) =>
        {
            if (instrument.Meter.Name == HubMetrics.Name)
                made.Add(instrument);
        };
        RuntimeHelpers.RunClassConstructor(typeof(HubMetrics).TypeHandle);
        listener.Start();
        using var gauges = new Gauges(TimeProvider.System);
        made.Select(instrument => (instrument.Name, Unit: instrument.Unit ?? "")).Distinct()
            .ShouldBe(HubMetric.All.Select(metric => (metric.Name, metric.Unit)), ignoreOrder: true);
    }

    [Theory]
    [InlineData("queue.oldest_age_seconds", "queue_oldest_age_seconds")]
    [InlineData("queue.length", "queue_length")]
    [InlineData("hub.steps", "hub_steps_total")]
    [InlineData("hub.step.duration", "hub_step_duration_seconds_bucket hub_step_duration_seconds_sum hub_step_duration_seconds_count")]
    [InlineData("hub.outside.up", "hub_outside_up")]
    [InlineData("hub.secret.days_left", "hub_secret_days_left hub_secret_days_left_days")]
    public void In_Prometheus_dots_are_underscores_and_kind_and_unit_are_endings(string name, string names) =>
        PrometheusNames.Of(HubMetric.All.Single(metric => metric.Name == name)).ShouldBe(names.Split(' '));
}
