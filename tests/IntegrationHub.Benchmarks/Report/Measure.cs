using IntegrationHub.Cli.Shell;

namespace IntegrationHub.Benchmarks.Report;

/// <summary>One line of the report.</summary>
internal sealed record Measure(string Key, string Name, double Hub, double? Other, double? Ratio, string? Goal, bool? Met)
{
    /// <param name="key">Its text is <c>bench.m.{key}</c>.</param>
    /// <param name="duel">The rounds.</param>
    /// <param name="goal">The least ratio.</param>
    /// <param name="of">Of how many; part of the key.</param>
    public static Measure AtLeast(string key, Duel duel, double goal, int? of = null) =>
        Plain(key, duel.HubMedian, of) with
        {
            Other = duel.OtherMedian,
            Ratio = duel.Ratio,
            Goal = $"≥ {goal:0.0}",
            Met = duel.Ratio >= goal,
        };

    /// <summary>Two numbers side by side without a goal.</summary>
    public static Measure Beside(string key, Duel duel) => Plain(key, duel.HubMedian) with { Other = duel.OtherMedian, Ratio = duel.Ratio };

    public static Measure AtMost(string key, double count, int goal) => Plain(key, count) with { Goal = $"≤ {goal}", Met = count <= goal };

    /// <summary>A number without a goal.</summary>
    public static Measure Plain(string key, double number, int? of = null) =>
        new(key + of, Texts.Get("bench.m." + key, of), number, null, null, null, null);
}
