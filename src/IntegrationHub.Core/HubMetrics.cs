using System.Diagnostics;
using System.Diagnostics.Metrics;
using IntegrationHub.Core.Awards;

namespace IntegrationHub.Core;

/// <summary>What the hub counts and traces; without personal data.</summary>
public static class HubMetrics
{
    /// <summary>Name of the meter and of the activity source.</summary>
    public const string Name = "IntegrationHub";

    private static readonly Meter Meter = new(Name);
    private static readonly Counter<long> DeliveryCounter = Meter.CreateCounter<long>("hub.deliveries", "{delivery}", "Deliveries of sources by verdict");
    private static readonly Counter<long> IgnoredCounter = Meter.CreateCounter<long>("hub.events.ignored", "{event}", "Authentic events that are no completions, by kind");
    private static readonly Counter<long> StepCounter = Meter.CreateCounter<long>("hub.steps", "{step}", "Ends of steps by outcome");
    private static readonly Counter<long> RepeatCounter = Meter.CreateCounter<long>("hub.notices.repeated", "{notice}", "Notices sent again under the same id after a worker was lost");

    /// <summary>Traces of the pipeline.</summary>
    public static ActivitySource Activities { get; } = new(Name);

    /// <summary>Counts a delivery; unknown institutions and sources are counted without their names, which a stranger chose.</summary>
    public static void Delivery(string? institution, string? source, string verdict) =>
        DeliveryCounter.Add(1, new("institution", institution), new("source", source), new("verdict", verdict));

    /// <summary>Counts events of one kind that are no completions.</summary>
    public static void Ignored(string institution, string source, string kind, int count = 1) =>
        IgnoredCounter.Add(count, new("institution", institution), new("source", source), new("kind", kind));

    /// <summary>Counts a step's end.</summary>
    public static void Step(string institution, StepName step, StepState state) =>
        StepCounter.Add(1, new("institution", institution), new("step", step.ToString()), new("state", state.ToString()));

    /// <summary>Counts a notice that may have been sent before.</summary>
    public static void Repeated(string institution, StepName step) =>
        RepeatCounter.Add(1, new("institution", institution), new("step", step.ToString()));
}
