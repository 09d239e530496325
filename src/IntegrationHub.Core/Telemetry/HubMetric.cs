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
/// <param name="Description">What it says, for whoever collects it.</param>
public sealed record HubMetric(string Name, MetricKind Kind, string Unit, IReadOnlyList<string> Attributes, string Description)
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<HubMetric> All { get; } =
    [
        new("queue.length", MetricKind.Gauge, "{message}", ["queue"], "Messages in a queue, those put off included"),
        new(
            "queue.oldest_age_seconds", MetricKind.Gauge, "s", ["queue"],
            "How long the oldest message that could be taken has waited"),
        new(
            "hub.deliveries", MetricKind.Counter, "{delivery}", ["institution", "source", "verdict"],
            "Deliveries of sources by verdict"),
        new(
            "hub.events.ignored", MetricKind.Counter, "{event}", ["institution", "source", "kind"],
            "Authentic events that are no completions, by kind"),
        new("hub.steps", MetricKind.Counter, "{step}", ["institution", "step", "state"], "Ends of steps by outcome"),
        new(
            "hub.step.duration", MetricKind.Histogram, "s", ["institution", "step", "state"],
            "Time of a step's attempt in the outside world"),
        new("hub.stage.duration", MetricKind.Histogram, "s", ["queue", "outcome"], "Time of a stage with one message"),
        new("hub.attention.open", MetricKind.Gauge, "{item}", ["institution", "cause"], "What waits for a person"),
        new(
            "hub.outside.calls", MetricKind.Counter, "{call}", ["institution", "system", "kind", "outcome"],
            "Calls to outside systems by outcome"),
        new(
            "hub.outside.up", MetricKind.Gauge, "", ["institution", "system"],
            "1 where an outside system answers, 0 while its steps wait for it"),
        new(
            "hub.secret.days_left", MetricKind.Gauge, "d", ["institution", "source"],
            "Days until a secret that is being replaced ends"),
        new(
            "hub.reconciliation.new", MetricKind.Counter, "{completion}", ["institution", "source"],
            "Completions that an LMS knew and the hub had never been told"),
        new(
            "hub.notices.repeated", MetricKind.Counter, "{notice}", ["institution", "step"],
            "Notices sent again under the same id after a worker was lost"),
    ];

    /// <summary>The one of a name, for whoever makes its instrument.</summary>
    internal static HubMetric Named(string name) => All.Single(metric => metric.Name == name);
}
