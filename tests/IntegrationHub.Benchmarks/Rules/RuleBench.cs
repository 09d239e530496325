using IntegrationHub.Cli.Shell;

namespace IntegrationHub.Benchmarks.Rules;

/// <summary>How fast the rules decide, and what one decision reads after a long history.</summary>
internal static class RuleBench
{
    /// <summary>So often the progress is told.</summary>
    private const int Step = 5_000;

    public static async Task<RuleFigures> Run(Workspace workspace, BenchOptions options, Screen screen, CancellationToken cancellation)
    {
        var speeds = RuleSpeed.Facts.Select(facts => RuleSpeed.Measure(facts, options.CredentialRounds)).ToList();
        var (histories, own) = ((IReadOnlyList<HistoryFigures>)[], (IReadOnlyList<OwnFigures>)[]);
        await screen.Work(Texts.Get("bench.rules", options.Histories[^1]), async progress =>
        {
            await using var bench = await HistoryBench.Start(workspace, cancellation);
            (histories, own) = await bench.Run(
                options.Histories,
                written => progress(Texts.Get("bench.rulesWritten", written / Step * Step, options.Histories[^1])),
                cancellation);
        });
        return new(speeds, histories, own);
    }
}
