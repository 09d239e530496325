using System.Diagnostics;
using IntegrationHub.Benchmarks.Credentials;
using IntegrationHub.Benchmarks.Pipeline;
using IntegrationHub.Benchmarks.Report;
using IntegrationHub.Benchmarks.Rules;
using IntegrationHub.Benchmarks.Sources;
using IntegrationHub.Cli.Bench;
using IntegrationHub.Cli.Shell;

namespace IntegrationHub.Benchmarks;

/// <summary>The sections that were asked for, one after the other on the same machine, and their report.</summary>
internal static class BenchRun
{
    public static async Task<int> Run(BenchOptions options, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        var (workspace, screen) = (Workspace.Find(), Screen.OfTerminal());
        var pipeline = options.Has(BenchSection.Pipeline)
            ? await PipelineSection.Run(workspace, options, screen, watch, cancellation)
            : null;
        var credentials = options.Has(BenchSection.Credentials) ? await Credentials(workspace, options, screen, cancellation) : null;
        var sources = options.Has(BenchSection.Sources) ? await SourceBench.Run(workspace, options, screen, cancellation) : null;
        var rules = options.Has(BenchSection.Rules) ? await RuleBench.Run(workspace, options, screen, cancellation) : null;
        var figures = new Figures(pipeline, credentials, rules, sources);
        var json = FiguresJson.Of(figures, options, watch.Elapsed);
        FiguresTable.Show(screen, figures);
        FiguresJson.Write(json, options.JsonFile ?? Path.Combine(workspace.Hidden, "bench.json"), screen);
        return 0;
    }

    private static async Task<CredentialFigures> Credentials(
        Workspace workspace,
        BenchOptions options,
        Screen screen,
        CancellationToken cancellation)
    {
        CredentialFigures? figures = null;
        await screen.Work(Texts.Get("bench.credentials"), async _ => figures = await CredentialBench.Run(workspace, options, cancellation));
        return figures!;
    }
}
