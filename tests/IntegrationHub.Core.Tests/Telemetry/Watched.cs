using System.Diagnostics;
using System.Diagnostics.Metrics;
using IntegrationHub.Core.Telemetry;

namespace IntegrationHub.Core.Tests.Telemetry;

/// <summary>What the hub traces and measures within one test, and not in those that run beside it.</summary>
internal sealed class Watched : IDisposable
{
    private static readonly AsyncLocal<Watched?> Current = new();

    private readonly ActivityListener _spans = new()
    {
        ShouldListenTo = source => source.Name == HubMetrics.Name,
        Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
    };

    private readonly MeterListener _measurements = new();

    public Watched()
    {
        Current.Value = this;
        _spans.ActivityStopped = span => InThisTest(() => Spans.Add(span));
        ActivitySource.AddActivityListener(_spans);
        _measurements.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == HubMetrics.Name)
                listener.EnableMeasurementEvents(instrument);
        };
        _measurements.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Note(instrument, value, tags));
        _measurements.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Note(instrument, null, tags));
        _measurements.Start();
    }

    /// <summary>The spans that have ended, in the order in which they did.</summary>
    public List<Activity> Spans { get; } = [];

    /// <summary>Counts with their attributes; of times only that they were taken.</summary>
    public List<string> Measured { get; } = [];

    public void Dispose()
    {
        _spans.Dispose();
        _measurements.Dispose();
        Current.Value = null;
    }

    private void Note(Instrument instrument, long? value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var line = string.Join(' ', [instrument.Name, .. tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}")]);
        InThisTest(() => Measured.Add(value is null ? line : $"{line}: {value}"));
    }

    private void InThisTest(Action note)
    {
        if (Current.Value == this)
            note();
    }
}
