using System.Diagnostics.Metrics;
using IntegrationHub.Core.Failures;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.Institutions;

namespace IntegrationHub.Core.Telemetry;

/// <summary>What the hub counts and measures; without personal data, and with few values for each attribute (law 15).</summary>
public static class HubMetrics
{
    /// <summary>Name of the meter, and of the source of <see cref="HubTrace"/>.</summary>
    public const string Name = "IntegrationHub";

    /// <summary>Bounds of the histograms, in seconds: from a table's answer to the longest call that a claim allows.</summary>
    private static readonly InstrumentAdvice<double> Seconds = new()
    {
        HistogramBucketBoundaries = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120],
    };

    private static readonly Meter Meter = new(Name);
    private static readonly Counter<long> DeliveryCounter = Counter("hub.deliveries");
    private static readonly Counter<long> IgnoredCounter = Counter("hub.events.ignored");
    private static readonly Counter<long> StepCounter = Counter("hub.steps");
    private static readonly Histogram<double> StepTimes = Times("hub.step.duration");
    private static readonly Histogram<double> StageTimes = Times("hub.stage.duration");
    private static readonly Counter<long> RepeatCounter = Counter("hub.notices.repeated");
    private static readonly Counter<long> CallCounter = Counter("hub.outside.calls");
    private static readonly Counter<long> MissedCounter = Counter("hub.reconciliation.new");

    /// <summary>Counts a delivery; unknown institutions and sources are counted without their names, which a stranger chose.</summary>
    public static void Delivery(string? institution, string? source, string verdict) =>
        DeliveryCounter.Add(1, new("institution", institution), new("source", source), new("verdict", verdict));

    /// <summary>Counts events of one kind that are no completions.</summary>
    public static void Ignored(string institution, string source, string kind, int count = 1)
    {
        if (IgnoredCounter.Enabled)
            IgnoredCounter.Add(count, new("institution", institution), new("source", source), new("kind", EventNames.Safe(kind)));
    }

    /// <summary>Counts the end of a step's attempt, and how long its work took.</summary>
    public static void Step(string institution, StepName step, StepState state, TimeSpan took)
    {
        StepCounter.Add(1, new("institution", institution), new("step", step.ToString()), new("state", state.ToString()));
        StepTimes.Record(took.TotalSeconds, new("institution", institution), new("step", step.ToString()), new("state", state.ToString()));
    }

    /// <summary>How long a stage had a message in work, and whether it was done with it.</summary>
    public static void Stage(string queue, bool isDone, TimeSpan took) =>
        StageTimes.Record(took.TotalSeconds, new("queue", queue), new("outcome", isDone ? "done" : "failed"));

    /// <summary>Counts a notice that may have been sent before.</summary>
    public static void Repeated(string institution, StepName step) =>
        RepeatCounter.Add(1, new("institution", institution), new("step", step.ToString()));

    /// <summary>Counts a call to an outside system.</summary>
    /// <param name="institution">Who asked.</param>
    /// <param name="connection">The system; the hub itself is none.</param>
    /// <param name="fault">What became of it; null where it did what was asked. Whatever may pass is counted as unavailable.</param>
    public static void Call(string institution, Connection connection, OutsideFault? fault)
    {
        var outcome = fault switch
        {
            null => "ok",
            OutsideFault.Refused => "refused",
            _ => "unavailable",
        };
        if (!connection.IsTheHub)
            CallCounter.Add(
                1,
                new("institution", institution),
                new("system", connection.Name),
                new("kind", connection.Kind),
                new("outcome", outcome));
    }

    /// <summary>Counts completions that only a reconciliation brought.</summary>
    public static void Missed(string institution, string source, int completions)
    {
        if (completions > 0)
            MissedCounter.Add(completions, new("institution", institution), new("source", source));
    }

    private static Counter<long> Counter(string name)
    {
        var metric = HubMetric.Named(name);
        return Meter.CreateCounter<long>(name, metric.Unit, metric.Description);
    }

    private static Histogram<double> Times(string name)
    {
        var metric = HubMetric.Named(name);
        return Meter.CreateHistogram(name, metric.Unit, metric.Description, tags: null, Seconds);
    }
}
