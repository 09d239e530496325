namespace IntegrationHub.Core.Telemetry;

/// <summary>What a measurement is.</summary>
public enum MetricKind
{
    /// <summary>Counts up; what is exported is the increase.</summary>
    Counter,

    /// <summary>A reading, each minute; nothing where the last one is older than three minutes.</summary>
    Gauge,

    /// <summary>How a value is spread.</summary>
    Histogram,
}

/// <summary>
/// A measurement that the hub gives: what alerts and dashboards may name. <c>./hub infra</c> holds them against this list.
/// </summary>
/// <param name="Name">E.g. <c>queue.length</c>.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Unit">By the Unified Code for Units of Measure; what is counted stands in braces; empty: a plain number.</param>
/// <param name="Attributes">Names of what tells its values apart.</param>
public sealed record HubMetric(string Name, MetricKind Kind, string Unit, IReadOnlyList<string> Attributes)
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<HubMetric> All { get; } =
    [
        new("queue.length", MetricKind.Gauge, "{message}", ["queue"]),
        new("queue.oldest_age_seconds", MetricKind.Gauge, "s", ["queue"]),
        new("hub.deliveries", MetricKind.Counter, "{delivery}", ["institution", "source", "verdict"]),
        new("hub.events.ignored", MetricKind.Counter, "{event}", ["institution", "source", "kind"]),
        new("hub.steps", MetricKind.Counter, "{step}", ["institution", "step", "state"]),
        new("hub.step.duration", MetricKind.Histogram, "s", ["institution", "step", "state"]),
        new("hub.stage.duration", MetricKind.Histogram, "s", ["queue", "outcome"]),
        new("hub.attention.open", MetricKind.Gauge, "{item}", ["institution", "cause"]),
        new("hub.outside.calls", MetricKind.Counter, "{call}", ["institution", "system", "kind", "outcome"]),
        new("hub.outside.up", MetricKind.Gauge, "", ["institution", "system"]),
        new("hub.secret.days_left", MetricKind.Gauge, "d", ["institution", "source"]),
        new("hub.reconciliation.new", MetricKind.Counter, "{completion}", ["institution", "source"]),
        new("hub.notices.repeated", MetricKind.Counter, "{notice}", ["institution", "step"]),
    ];
}
