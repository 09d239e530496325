using System.CommandLine;
using IntegrationHub.Cli.Bench;
using IntegrationHub.Cli.Shell;

namespace IntegrationHub.Benchmarks;

/// <summary>How long to measure. More rounds change the spread, not what is measured.</summary>
internal sealed record BenchOptions(bool Quick, bool Full, BenchSection? Only, string? JsonFile)
{
    public int WebhookRounds => Quick ? 3 : 5;

    public TimeSpan WebhookRound => TimeSpan.FromSeconds(Quick ? 1 : 2);

    public int PipelineRounds => Quick ? 2 : 3;

    public int Learners => Quick ? 60 : Full ? 640 : 160;

    /// <summary>Completions of one round.</summary>
    public int Round => Quick ? 60 : Full ? 320 : 160;

    /// <summary>After so many, resident memory is read; earlier where the time is over.</summary>
    public int Completions => Quick ? 300 : Full ? 5000 : 1280;

    public int Counted => Quick ? 2 : 6;

    public int CountedUnderLoad => Quick ? 60 : 120;

    public int Starts => Quick ? 3 : 5;

    public int CredentialRounds => Quick ? 3 : 7;

    /// <summary>Awards in the history before one more completion is decided.</summary>
    public IReadOnlyList<int> Histories => Quick ? [10, 1_000] : [10, 1_000, 100_000];

    public int StatusChanges => Quick ? 100 : 300;

    /// <summary>From here on no further round begins.</summary>
    public TimeSpan AtMost => Full ? TimeSpan.MaxValue : TimeSpan.FromSeconds(Quick ? 40 : 140);

    public bool Has(BenchSection section) => Only is null || Only == section;

    public static RootCommand Command(Func<BenchOptions, CancellationToken, Task<int>> run)
    {
        var (quick, full, only, json) = (BenchCommand.Quick(), BenchCommand.Full(), BenchCommand.Only(), BenchCommand.Json());
        var command = new RootCommand(Texts.Get("bench.help")) { quick, full, only, json };
        command.SetAction((parsed, cancellation) => run(
            new(parsed.GetValue(quick), parsed.GetValue(full), parsed.GetValue(only), parsed.GetValue(json)), cancellation));
        return command;
    }
}
