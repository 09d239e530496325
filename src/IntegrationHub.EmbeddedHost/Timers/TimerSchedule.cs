using System.Globalization;
using NCrontab;

namespace IntegrationHub.EmbeddedHost.Timers;

/// <summary>When a timer fires: by a cron expression in UTC, or a fixed time after the last run.</summary>
internal sealed class TimerSchedule
{
    private readonly CrontabSchedule? _cron;
    private readonly TimeSpan _interval;

    private TimerSchedule(CrontabSchedule? cron, TimeSpan interval) => (_cron, _interval) = (cron, interval);

    public static TimerSchedule? TryParse(string text)
    {
        var fields = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
        if (fields == 1)
            return TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var interval) && interval > TimeSpan.Zero
                ? new(null, interval)
                : null;
        return CrontabSchedule.TryParse(text, new CrontabSchedule.ParseOptions { IncludingSeconds = fields == 6 }) is { } cron
            ? new(cron, default)
            : null;
    }

    public DateTimeOffset After(DateTimeOffset moment) =>
        _cron is null ? moment + _interval : new(_cron.GetNextOccurrence(moment.UtcDateTime), TimeSpan.Zero);
}
