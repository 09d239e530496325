using System.CommandLine;
using IntegrationHub.Cli;

namespace IntegrationHub.Benchmarks;

/// <summary>How long to measure. More rounds change the spread, not what is measured.</summary>
internal sealed record BenchOptions(bool Quick, string? JsonFile)
{
    public int WebhookRounds => Quick ? 3 : 5;

    public TimeSpan WebhookRound => TimeSpan.FromSeconds(Quick ? 1 : 2);

    public int PipelineRounds => Quick ? 2 : 3;

    public int Learners => Quick ? 100 : 640;

    /// <summary>Completions of one round.</summary>
    public int Round => Quick ? 100 : 320;

    /// <summary>After so many, resident memory is read.</summary>
    public int Completions => Quick ? 500 : 5000;

    public int Counted => Quick ? 4 : 8;

    public int CountedUnderLoad => Quick ? 60 : 150;

    public int Starts => Quick ? 3 : 5;

    /// <summary>The filling up for the memory figure ends here, wherever it is.</summary>
    public TimeSpan AtMost => TimeSpan.FromSeconds(Quick ? 50 : 165);

    public static RootCommand Command(Func<BenchOptions, CancellationToken, Task<int>> run)
    {
        var quick = new Option<bool>("--quick") { Description = Texts.Get("bench.quick") };
        var json = new Option<string?>("--json") { Description = Texts.Get("bench.json"), HelpName = "FILE" };
        var command = new RootCommand(Texts.Get("bench.help")) { quick, json };
        command.SetAction((parsed, cancellation) => run(new(parsed.GetValue(quick), parsed.GetValue(json)), cancellation));
        return command;
    }
}
