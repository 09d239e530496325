namespace IntegrationHub.Core;

/// <summary>How patient the pipeline is; section <c>Pipeline</c> of the settings.</summary>
public sealed class PipelineOptions
{
    /// <summary>
    /// How long a worker holds a step; shorter than the queue's lease (10 minutes), longer than any call to an outside system.
    /// </summary>
    public TimeSpan Claim { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>Delay before the first repeat after an outage, and before the first probe of a system that is down; doubles.</summary>
    public TimeSpan FirstRetry { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Longest delay between repeats.</summary>
    public TimeSpan LongestRetry { get; set; } = TimeSpan.FromHours(6);

    /// <summary>How long an outage may last before a step fails for good.</summary>
    public TimeSpan GiveUpAfter { get; set; } = TimeSpan.FromHours(72);

    /// <summary>
    /// How long a system may answer a step with what cannot be read before the step fails for good: a third of <see cref="GiveUpAfter"/>,
    /// for no item about the whole system tells of it; longer than a night of maintenance.
    /// </summary>
    public TimeSpan GiveUpUnreadableAfter() => GiveUpAfter / 3;

    /// <summary>How long something may be overdue before the sweeper starts it again.</summary>
    public TimeSpan SweepAfter { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Largest request body taken from a source, in bytes.</summary>
    public int LargestDelivery { get; set; } = 1024 * 1024;

    /// <summary>Most bytes that a packed request body may unpack to.</summary>
    public int LargestUnpacked { get; set; } = 4 * 1024 * 1024;

    /// <summary>How many days raw payloads are kept.</summary>
    public int PayloadDays { get; set; } = 30;
}
