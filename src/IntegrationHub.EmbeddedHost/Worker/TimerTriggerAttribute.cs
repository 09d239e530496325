namespace Microsoft.Azure.Functions.Worker;

/// <summary>Runs the function on a schedule, in UTC.</summary>
/// <param name="schedule">A cron expression of five or six fields (seconds first), a <see cref="TimeSpan"/> between runs, or <c>%Name%</c>
/// for a setting that holds one.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class TimerTriggerAttribute(string schedule) : Attribute
{
    /// <summary>The schedule, as written.</summary>
    public string Schedule { get; } = schedule;

    /// <summary>Whether the Azure Functions host remembers the schedule across restarts. The embedded host does not.</summary>
    public bool UseMonitor { get; set; } = true;

    /// <summary>Whether the function runs once when the host starts.</summary>
    public bool RunOnStartup { get; set; }
}
