namespace IntegrationHub.Core.Messaging;

/// <summary>Delays between repeats (law 6): as long again as the failure has lasted, so that they double, with jitter.</summary>
internal static class Backoff
{
    /// <summary>A queue message can hide for seven days at most.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    public static TimeSpan Next(PipelineOptions options, TimeSpan failingFor, TimeSpan? asked)
    {
        var delay = failingFor < options.FirstRetry ? options.FirstRetry : failingFor;
        if (delay > options.LongestRetry)
            delay = options.LongestRetry;
        delay *= 0.9 + Random.Shared.NextDouble() * 0.2;
        if (asked > delay)
            delay = asked.Value;
        return Hideable(delay);
    }

    /// <summary>A delay that a queue can keep; who comes back too early waits again.</summary>
    public static TimeSpan Hideable(TimeSpan delay) => delay < Longest ? delay : Longest;
}
