using System.CommandLine;
using IntegrationHub.Cli;
using IntegrationHub.Cli.Bench;

namespace IntegrationHub.Benchmarks;

/// <summary>How long to measure. More rounds change the spread, not what is measured.</summary>
internal sealed record BenchOptions(bool Quick, string? JsonFile)
{
    public int WebhookRounds => Quick ? 3 : 5;

    public TimeSpan WebhookRound => TimeSpan.FromSeconds(Quick ? 1 : 2);

    public int PipelineRounds => Quick ? 2 : 3;

    public int Learners => Quick ? 60 : 640;

    /// <summary>Completions of one round.</summary>
    public int Round => Quick ? 60 : 320;

    /// <summary>After so many, resident memory is read.</summary>
    public int Completions => Quick ? 300 : 5000;

    public int Counted => Quick ? 2 : 6;

    public int CountedUnderLoad => Quick ? 60 : 120;

    public int Starts => Quick ? 3 : 5;

    /// <summary>The filling up for the memory figure ends here, wherever it is.</summary>
    public TimeSpan AtMost => TimeSpan.FromSeconds(Quick ? 45 : 160);

    public static RootCommand Command(Func<BenchOptions, CancellationToken, Task<int>> run)
    {
        var (quick, json) = (BenchCommand.Quick(), BenchCommand.Json());
        var command = new RootCommand(Texts.Get("bench.help")) { quick, json };
        command.SetAction((parsed, cancellation) => run(new(parsed.GetValue(quick), parsed.GetValue(json)), cancellation));
        return command;
    }
}
