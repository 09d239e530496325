using System.Diagnostics;
using System.Runtime.CompilerServices;
using IntegrationHub.Benchmarks.ColdStart;
using IntegrationHub.Benchmarks.Stand;
using IntegrationHub.Benchmarks.Storage;
using IntegrationHub.Benchmarks.Webhooks;
using IntegrationHub.Cli.Hub;
using IntegrationHub.Cli.Shell;

namespace IntegrationHub.Benchmarks.Pipeline;

/// <summary>What is measured of running hubs, one after the other: same machine, same Azurite, same sandbox.</summary>
internal static class PipelineSection
{
    /// <summary>Learners whose completions are counted; the others' are timed.</summary>
    private const int Counted = 30;

    public static async Task<PipelineFigures> Run(
        Workspace workspace,
        BenchOptions options,
        Screen screen,
        Stopwatch watch,
        CancellationToken cancellation)
    {
        Grounds? campus = null;
        try
        {
            await screen.Work(Texts.Get("bench.starting"), async progress =>
                campus = await Grounds.Start(workspace, Counted + options.Learners, progress, cancellation));
            return await Measure(campus!, options, screen, watch, cancellation);
        }
        finally
        {
            if (campus is not null)
                await campus.DisposeAsync();
        }
    }

    private static async Task<PipelineFigures> Measure(
        Grounds campus,
        BenchOptions options,
        Screen screen,
        Stopwatch watch,
        CancellationToken cancellation)
    {
        using var signed = new Deliveries(campus);
        var courses = (await campus.Sandbox.Campus(cancellation)).Courses;
        var recording = Path.Combine(campus.Folder, "calls.json");
        var figures = new PipelineFigures();

        await screen.Work(Texts.Get("bench.webhooks"), async _ =>
            figures.Webhooks = await WebhookBench.Run(
                campus,
                options,
                await signed.Sign(courses[0], 0, options.Learners, cancellation),
                cancellation));

        await screen.Work(Texts.Get("bench.counting"), async _ =>
        {
            var known = await signed.Sign(courses[0], 0, Counted, cancellation);
            var oneByOne = await signed.Sign(courses[1], 0, options.Counted, cancellation);
            var together = new List<byte[]>();
            for (var course = 2; together.Count < options.CountedUnderLoad; course++)
                together.AddRange(await signed.Sign(courses[course], 0, Counted, cancellation));
            (figures.OneByOne, figures.Together) = await TransactionBench.Run(
                campus,
                (known, oneByOne, [.. together]),
                recording,
                cancellation);
        });

        await screen.Work(Texts.Get("bench.completions"), async progress =>
        {
            var rounds = Rounds(
                signed,
                courses,
                options,
                done => progress(Texts.Get("bench.handled", done, options.Completions)),
                cancellation);
            (figures.Completions, figures.Memory) = await PipelineBench.Run(
                campus,
                recording,
                figures.Together.Completions,
                rounds,
                options.Learners / options.Round,
                options.PipelineRounds,
                () => watch.Elapsed > options.AtMost,
                cancellation);
        });

        // Last, for hubs that are stopped in the middle of their work leave awards to their successors.
        await screen.Work(Texts.Get("bench.cold"), async _ =>
            figures.ColdStart = await ColdStartBench.Run(
                campus,
                await signed.Sign(courses[1], options.Counted, options.Starts, cancellation),
                cancellation));
        return figures;
    }

    /// <summary>First every learner once, then completions of learners who are known.</summary>
    private static async IAsyncEnumerable<byte[][]> Rounds(
        Deliveries signed,
        IReadOnlyList<CampusCourse> courses,
        BenchOptions options,
        Action<int> progress,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        var done = 0;
        foreach (var course in courses)
        {
            for (var first = 0; first < options.Learners && done < options.Completions; first += options.Round)
            {
                var count = Math.Min(options.Round, Math.Min(options.Learners - first, options.Completions - done));
                progress(done);
                yield return await signed.Sign(course, Counted + first, count, cancellation);
                done += count;
            }
        }
    }
}
