namespace IntegrationHub.Benchmarks;

/// <summary>Two measurements side by side, round by round.</summary>
internal sealed record Duel(IReadOnlyList<double> Hub, IReadOnlyList<double> Other)
{
    public double HubMedian => Median(Hub);

    public double OtherMedian => Median(Other);

    public double Ratio => HubMedian / OtherMedian;

    public static double Median(IReadOnlyList<double> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
