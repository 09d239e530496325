using IntegrationHub.Benchmarks.Report;
using IntegrationHub.Benchmarks.Storage;
using IntegrationHub.Cli.Shell;

namespace IntegrationHub.Benchmarks.Rules;

/// <summary>What was measured of the rules.</summary>
/// <param name="Speeds">Deciding alone.</param>
/// <param name="Histories">What a decision asks of the storage, by the awards before it.</param>
/// <param name="OwnResults">Likewise, by the results in the dossier itself.</param>
internal sealed record RuleFigures(
    IReadOnlyList<SpeedFigures> Speeds,
    IReadOnlyList<HistoryFigures> Histories,
    IReadOnlyList<OwnFigures> OwnResults)
{
    public IEnumerable<Measure> Measures =>
        [
            .. Speeds.Select(speed => Measure.Plain("decisions", speed.DecisionsPerSecond, speed.Facts)),
            .. Speeds.Select(speed => Measure.Plain("rules", speed.RulesPerSecond, speed.Facts)),
            Constant("historyRows", cost => cost.Rows),
            Constant("historyTransactions", cost => cost.Transactions),
        ];

    /// <summary>Constant cost (law 11): no history makes a decision dearer.</summary>
    private Measure Constant(string key, Func<Cost, int> of)
    {
        var sums = Histories.Select(history => of(history.First) + of(history.Milestone) + of(history.Later)).ToList();
        return new(
            key,
            Texts.Get("bench.m." + key, Histories[^1].Awards.ToString("N0", null)),
            sums.Max(),
            sums.Min(),
            (double)sums.Max() / sums.Min(),
            "≤ 1",
            sums.Max() == sums.Min());
    }
}

/// <summary>Deciding alone, on one core.</summary>
/// <param name="Facts">So many facts are in the dossier.</param>
/// <param name="DecisionsPerSecond">How often all of them were decided over.</param>
/// <param name="RulesPerSecond">How many rules said what they found: those that are stated with the decision, at each of the moments up to
/// it.</param>
internal sealed record SpeedFigures(int Facts, double DecisionsPerSecond, double RulesPerSecond);

/// <summary>What a decision asks of the storage.</summary>
/// <param name="Rows">Rows of tables that it reads.</param>
/// <param name="Transactions">Requests to the storage, messages that it puts on queues included.</param>
internal sealed record Cost(int Rows, int Transactions)
{
    public static Cost Of(IReadOnlyList<StorageCall> calls) => new(calls.Sum(call => call.Rows), calls.Count);
}

/// <summary>By the awards that there were before.</summary>
/// <param name="Awards">So many, half of them the learner's.</param>
/// <param name="First">A pass in a dossier without any.</param>
/// <param name="Milestone">The milestone that it completes.</param>
/// <param name="Later">A further result in the same dossier.</param>
internal sealed record HistoryFigures(int Awards, Cost First, Cost Milestone, Cost Later);

/// <summary>By the results in the dossier itself.</summary>
/// <param name="Results">So many.</param>
/// <param name="Cost">Of one more.</param>
internal sealed record OwnFigures(int Results, Cost Cost);
