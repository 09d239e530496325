using System.Diagnostics.Metrics;
using IntegrationHub.Core.Telemetry;

namespace IntegrationHub.Core.Monitoring;

/// <summary>
/// Shows the last <see cref="Readings"/> to whoever collects metrics. Of several instances one looks around at a time: what
/// another saw before is soon too old to be shown.
/// </summary>
public sealed class Gauges : IDisposable
{
    /// <summary>How long a reading is shown: long enough for a missed minute, short enough for an instance that looks no more.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromMinutes(3);

    private readonly Meter _meter = new(HubMetrics.Name);
    private readonly TimeProvider _time;
    private volatile Readings? _last;

    /// <param name="time">The clock by which readings age.</param>
    public Gauges(TimeProvider time)
    {
        _time = time;
        Show("queue.length", all =>
            all.Queues.Select(queue => new Measurement<double>(queue.Length, new KeyValuePair<string, object?>("queue", queue.Queue))));
        Show("queue.oldest_age_seconds", all =>
            all.Queues.Select(queue => new Measurement<double>(
                queue.OldestAge.TotalSeconds,
                new KeyValuePair<string, object?>("queue", queue.Queue))));
        Show("hub.attention.open", all =>
            all.Attention.Select(open => Of(open.Count, open.Institution, "cause", open.Cause)));
        Show("hub.outside.up", all =>
            all.Systems.Select(system => Of(system.IsUp ? 1 : 0, system.Institution, "system", system.System)));
        Show("hub.secret.days_left", all =>
            all.Secrets.Select(secret => Of(secret.Days, secret.Institution, "source", secret.Source)));
    }

    /// <summary>Shows these from now on.</summary>
    public void Set(Readings readings) => _last = readings;

    internal bool Owns(Instrument instrument) => instrument.Meter == _meter;

    /// <inheritdoc/>
    public void Dispose() => _meter.Dispose();

    private void Show(string name, Func<Readings, IEnumerable<Measurement<double>>> read)
    {
        var metric = HubMetric.Named(name);
        _meter.CreateObservableGauge(
            name,
            () => _last is { } last && _time.GetUtcNow() - last.At <= Fresh ? read(last) : [],
            metric.Unit is "" ? null : metric.Unit,
            metric.Description);
    }

    private static Measurement<double> Of(double value, string institution, string attribute, string name) =>
        new(value, new("institution", institution), new(attribute, name));
}
