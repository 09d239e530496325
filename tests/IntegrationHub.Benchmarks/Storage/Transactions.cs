namespace IntegrationHub.Benchmarks.Storage;

/// <summary>Storage transactions per completion, by account.</summary>
/// <param name="Completions">How many completions they were counted over.</param>
/// <param name="ByStage">Transactions per completion of the webhook and of each stage.</param>
/// <param name="Aside">Transactions of idle polling and of timers in the same time, per minute: they cost by the clock, not by the completion.</param>
internal sealed record Transactions(int Completions, IReadOnlyDictionary<string, double> ByStage, IReadOnlyDictionary<string, double> Aside)
{
    public double Total => ByStage.Values.Sum();

    public static Transactions Of(IReadOnlyList<StorageCall> calls, int completions, TimeSpan time)
    {
        var counts = calls.CountBy(call => call.Account).ToDictionary();
        bool IsAside(string account) => account is StorageCall.Idle or StorageCall.Timers;
        return new(
            completions,
            counts.Where(count => !IsAside(count.Key)).ToDictionary(count => count.Key, count => (double)count.Value / completions),
            counts.Where(count => IsAside(count.Key)).ToDictionary(count => count.Key, count => count.Value / time.TotalMinutes));
    }
}
