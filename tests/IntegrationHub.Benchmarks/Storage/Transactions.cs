namespace IntegrationHub.Benchmarks.Storage;

/// <summary>Storage transactions per completion, by account.</summary>
/// <param name="Completions">How many completions they were counted over.</param>
/// <param name="ByStage">Transactions per completion of the webhook and of each stage.</param>
/// <param name="Aside">Transactions of idle polling and of timers in the same time, per minute: they cost by the clock, not by the
/// completion.</param>
/// <param name="ByKind">What <paramref name="ByStage"/> sums up, by what it costs: <c>queue</c>, <c>table</c>, <c>blobWrite</c>,
/// <c>blobRead</c>.</param>
/// <param name="Executions">Function executions per completion: the webhook's, and one for each message.</param>
internal sealed record Transactions(
    int Completions,
    IReadOnlyDictionary<string, double> ByStage,
    IReadOnlyDictionary<string, double> Aside,
    IReadOnlyDictionary<string, double> ByKind,
    double Executions)
{
    public double Total => ByStage.Values.Sum();

    public static Transactions Of(IReadOnlyList<StorageCall> calls, int completions, TimeSpan time)
    {
        var counts = calls.CountBy(call => call.Account).ToDictionary();
        return new(
            completions,
            counts.Where(count => !IsAside(count.Key)).ToDictionary(count => count.Key, count => (double)count.Value / completions),
            counts.Where(count => IsAside(count.Key)).ToDictionary(count => count.Key, count => count.Value / time.TotalMinutes),
            calls
                .Where(call => !IsAside(call.Account))
                .CountBy(call => call.Kind)
                .ToDictionary(count => count.Key, count => (double)count.Value / completions),
            1 + ((double)calls.Count(call => call.EndsAMessage) / completions));
    }

    private static bool IsAside(string account) => account is StorageCall.Idle or StorageCall.Timers;
}
