namespace IntegrationHub.Core.Intake;

/// <summary>What all instances of the hub together know of a source; or the news that one of them has to add.</summary>
public sealed record SourceRecord
{
    /// <summary>How many deliveries are remembered that were proven to come from the source, and how many others.</summary>
    public const int Remembered = 10;

    /// <summary>How many news are remembered: more than instances write between one's try and its next.</summary>
    private const int RememberedNews = 20;

    /// <summary>When the source last spoke: test events and what was refused do not count.</summary>
    public DateTimeOffset? LastHeard { get; init; }

    /// <summary>The last deliveries, the newest first.</summary>
    public IReadOnlyList<ReceivedDelivery> Latest { get; init; } = [];

    /// <summary>Those of <see cref="Latest"/> that were proven to come from the source.</summary>
    public IEnumerable<ReceivedDelivery> Proven => Latest.Where(delivery => delivery.IsProven);

    /// <summary>Those that anybody may have sent: they say nothing of how the source stands.</summary>
    public IEnumerable<ReceivedDelivery> Unproven => Latest.Where(delivery => !delivery.IsProven);

    /// <summary>How often each verdict was given.</summary>
    public IReadOnlyList<VerdictCount> Counts { get; init; } = [];

    /// <summary>The last days on which the source spoke, oldest first.</summary>
    public IReadOnlyList<SourceDay> Days { get; init; } = [];

    /// <summary>The <see cref="LastHeard"/> for which people were told of a silence; null while there is none.</summary>
    public DateTimeOffset? SilenceTold { get; init; }

    /// <summary>Host of the LMS that its first completion came from; null where none has named one.</summary>
    public string? Site { get; init; }

    /// <summary>
    /// Which news were added last, the newest first: who does not hear that its own were written finds them here, and does not add
    /// them again. Null in what an older release wrote.
    /// </summary>
    public IReadOnlyList<string>? News { get; init; }

    /// <summary>The row's version; null where it was not there.</summary>
    public string? Version { get; init; }

    /// <summary>The last deliveries, the newest first: nobody's evict the source's own.</summary>
    internal static IReadOnlyList<ReceivedDelivery> Last(IReadOnlyList<ReceivedDelivery> deliveries) =>
    [
        .. deliveries
            .OrderByDescending(delivery => delivery.At)
            .GroupBy(delivery => delivery.IsProven)
            .SelectMany(same => same.Take(Remembered))
            .OrderByDescending(delivery => delivery.At),
    ];

    /// <summary>This with the news of one instance: the newest deliveries, the latest moment, sums.</summary>
    public SourceRecord With(SourceRecord news) =>
        this with
        {
            LastHeard = LastHeard > news.LastHeard ? LastHeard : news.LastHeard ?? LastHeard,
            Latest = Last([.. news.Latest.Concat(Latest).Distinct()]),
            Counts =
            [
                .. Counts.Concat(news.Counts).GroupBy(count => count.Verdict).Select(VerdictCount.Sum).OrderBy(count => count.Verdict),
            ],
            News = [.. (news.News ?? []).Concat(News ?? []).Take(RememberedNews)],
            Days =
            [
                .. Days.Concat(news.Days)
                    .GroupBy(day => day.Day)
                    .Select(SourceDay.Union)
                    .OrderBy(day => day.Day)
                    .TakeLast(ExpectedTraffic.DaysRemembered),
            ],
        };
}

/// <summary>How often a verdict was given.</summary>
/// <param name="Verdict">Which.</param>
/// <param name="Count">How often, ever.</param>
/// <param name="Last">When last.</param>
public sealed record VerdictCount(IntakeVerdict Verdict, long Count, DateTimeOffset Last)
{
    internal static VerdictCount Sum(IEnumerable<VerdictCount> same) =>
        same.Aggregate((one, other) => new(one.Verdict, one.Count + other.Count, one.Last > other.Last ? one.Last : other.Last));
}

/// <summary>In which hours of a day a source spoke.</summary>
/// <param name="Day">The day, UTC.</param>
/// <param name="Hours">One bit an hour, UTC, midnight's the lowest.</param>
public sealed record SourceDay(DateOnly Day, int Hours)
{
    internal static SourceDay Union(IEnumerable<SourceDay> same) =>
        same.Aggregate((one, other) => one with { Hours = one.Hours | other.Hours });

    /// <summary>The hours' beginnings, in order.</summary>
    internal IEnumerable<DateTimeOffset> Moments => Enumerable.Range(0, 24)
        .Where(hour => (Hours & (1 << hour)) != 0)
        .Select(hour => new DateTimeOffset(Day.ToDateTime(new(hour, 0)), TimeSpan.Zero));
}
