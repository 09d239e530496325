using IntegrationHub.Benchmarks.Pipeline;
using IntegrationHub.Benchmarks.Storage;
using IntegrationHub.Cli;

namespace IntegrationHub.Benchmarks.Report;

/// <summary>What was measured.</summary>
internal sealed class Figures
{
    public Duel Webhooks { get; set; } = null!;

    public Duel Completions { get; set; } = null!;

    public Duel ColdStart { get; set; } = null!;

    public Transactions OneByOne { get; set; } = null!;

    public Transactions Together { get; set; } = null!;

    public Memory Memory { get; set; } = null!;

    public IReadOnlyList<Measure> Measures =>
    [
        Measure.AtLeast("webhooks", Webhooks, 0.8),
        Measure.AtLeast("completions", Completions, 0.7),
        Measure.AtMost("oneByOne", OneByOne.Total, 30),
        Measure.AtMost("together", Together.Total, 30),
        new("cold", Texts.Get("bench.m.cold"), ColdStart.HubMedian, ColdStart.OtherMedian, ColdStart.Ratio, "≤ 2", ColdStart.Ratio <= 2),
        new("memory", Texts.Get("bench.m.memory", Memory.Completions), Memory.Resident / 1e6, null, null, null, null),
    ];
}

/// <summary>One line of the report.</summary>
internal sealed record Measure(string Key, string Name, double Hub, double? Other, double? Ratio, string? Goal, bool? Met)
{
    public static Measure AtLeast(string key, Duel duel, double goal) =>
        new(key, Texts.Get("bench.m." + key), duel.HubMedian, duel.OtherMedian, duel.Ratio, $"≥ {goal:0.0}", duel.Ratio >= goal);

    public static Measure AtMost(string key, double count, int goal) =>
        new(key, Texts.Get("bench.m." + key), count, null, null, $"≤ {goal}", count <= goal);
}
