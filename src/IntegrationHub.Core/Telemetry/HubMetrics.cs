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
    private static readonly Counter<long> DeliveryCounter = Meter.CreateCounter<long>(
        "hub.deliveries",
        "{delivery}",
        "Deliveries of sources by verdict");
    private static readonly Counter<long> IgnoredCounter = Meter.CreateCounter<long>(
        "hub.events.ignored",
        "{event}",
        "Authentic events that are no completions, by kind");
    private static readonly Counter<long> StepCounter = Meter.CreateCounter<long>("hub.steps", "{step}", "Ends of steps by outcome");
    private static readonly Histogram<double> StepTimes = Meter.CreateHistogram(
        "hub.step.duration",
        "s",
        "Time of a step's attempt in the outside world",
        tags: null,
        Seconds);
    private static readonly Histogram<double> StageTimes = Meter.CreateHistogram(
        "hub.stage.duration",
        "s",
        "Time of a stage with one message",
        tags: null,
        Seconds);
    private static readonly Counter<long> RepeatCounter = Meter.CreateCounter<long>(
        "hub.notices.repeated",
        "{notice}",
        "Notices sent again under the same id after a worker was lost");
    private static readonly Counter<long> CallCounter = Meter.CreateCounter<long>(
        "hub.outside.calls",
        "{call}",
        "Calls to outside systems by outcome");
    private static readonly Counter<long> MissedCounter = Meter.CreateCounter<long>(
        "hub.reconciliation.new",
        "{completion}",
        "Completions that an LMS knew and the hub had never been told");

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
}
