namespace IntegrationHub.Cli.Cost;

/// <summary>A line of the bill for some completions.</summary>
/// <param name="Name">What for: its text is <c>cost.{name}</c>.</param>
/// <param name="PerCompletion">Units of one completion, under load.</param>
/// <param name="UnderLoad">Money where completions come so fast that an instance is always busy.</param>
/// <param name="OneByOne">Money where each comes alone.</param>
internal sealed record CostLine(string Name, double PerCompletion, double UnderLoad, double OneByOne);

/// <summary>Counts that were measured, times prices.</summary>
internal static class CostModel
{
    private const double MinutesPerMonth = 60 * 24 * 365.25 / 12;

    /// <summary>The bill for some completions.</summary>
    public static IReadOnlyList<CostLine> Of(Measured load, Measured alone, double perSecond, Prices prices, long completions)
    {
        CostLine Line(string name, Func<Measured, double> units, double price) =>
            new(name, units(load), units(load) * price * completions, units(alone) * price * completions);
        // Busy, an instance does its completions one after another; alone, each execution keeps one for the shortest time that is billed.
        double Seconds(Measured measured) => measured == load ? 1 / perSecond : measured.Executions * prices.ShortestSeconds;
        return
        [
            Line("queue", measured => measured.Queue, prices.QueuePer10000 / 1e4),
            Line("table", measured => measured.Table, prices.TablePer10000 / 1e4),
            Line("blobWrites", measured => measured.BlobWrites, prices.BlobWritePer10000 / 1e4),
            Line("blobReads", measured => measured.BlobReads, prices.BlobReadPer10000 / 1e4),
            Line("executions", measured => measured.Executions, prices.ExecutionsPerMillion / 1e6),
            Line("compute", measured => Seconds(measured) * prices.InstanceGigabytes, prices.GigabyteSecond),
            Line("telemetry", _ => prices.TelemetryKilobytesPerCompletion, prices.TelemetryGigabyte / 1e6),
        ];
    }

    /// <summary>What one instance that stands ready costs in a month, beside what it executes; null where the prices do not say.</summary>
    public static double? ReadyMonth(Prices prices) => prices.ReadyGigabyteSecond * prices.InstanceGigabytes * MinutesPerMonth * 60;

    /// <summary>What looking into empty queues costs in a month while one instance always runs.</summary>
    public static double IdleMonth(Measured alone, Prices prices) => alone.IdlePerMinute * MinutesPerMonth * prices.QueuePer10000 / 1e4;
}
