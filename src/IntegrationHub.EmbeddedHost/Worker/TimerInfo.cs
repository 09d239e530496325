namespace Microsoft.Azure.Functions.Worker;

/// <summary>What a timer function is told about its schedule.</summary>
public sealed class TimerInfo
{
    /// <summary>When the function ran and will run.</summary>
    public ScheduleStatus? ScheduleStatus { get; set; }

    /// <summary>
    /// Whether this run is later than the schedule says. Never so here: the embedded host does not make up for missed runs.
    /// </summary>
    public bool IsPastDue { get; set; }
}

/// <summary>The times of a schedule, in UTC.</summary>
public sealed class ScheduleStatus
{
    /// <summary>The last occurrence that ran; the default value before the first.</summary>
    public DateTime Last { get; set; }

    /// <summary>The next occurrence.</summary>
    public DateTime Next { get; set; }

    /// <summary>When this was last written.</summary>
    public DateTime LastUpdated { get; set; }
}
