using IntegrationHub.Benchmarks.Report;
using IntegrationHub.Benchmarks.Storage;
using IntegrationHub.Cli.Shell;

namespace IntegrationHub.Benchmarks.Pipeline;

/// <summary>What was measured of running hubs.</summary>
internal sealed class PipelineFigures
{
    public Duel Webhooks { get; set; } = null!;

    public Duel Completions { get; set; } = null!;

    public Duel ColdStart { get; set; } = null!;

    public Transactions OneByOne { get; set; } = null!;

    public Transactions Together { get; set; } = null!;

    public Memory Memory { get; set; } = null!;

    public IEnumerable<Measure> Measures =>
    [
        Measure.AtLeast("webhooks", Webhooks, 0.8),
        Measure.AtLeast("completions", Completions, 0.7),
        Measure.AtMost("oneByOne", OneByOne.Total, 30),
        Measure.AtMost("together", Together.Total, 30),
        new("cold", Texts.Get("bench.m.cold"), ColdStart.HubMedian, ColdStart.OtherMedian, ColdStart.Ratio, "≤ 2", ColdStart.Ratio <= 2),
        new("memory", Texts.Get("bench.m.memory", Memory.Completions), Memory.Resident / 1e6, null, null, null, null),
    ];
}
