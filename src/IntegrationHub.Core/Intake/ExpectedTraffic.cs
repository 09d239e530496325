namespace IntegrationHub.Core.Intake;

/// <summary>
/// How long a source may be quiet. From the hours in which it spoke on its last <see cref="DaysRemembered"/> days with
/// traffic comes the longest it was quiet between two of them; it is silent once it has been quiet for twice as long,
/// and at least for <see cref="Floor"/>. All of this is counted in the hours of working days (<see cref="WorkingDays"/>),
/// so that weekends and holidays neither alarm nor make the hub more patient. After a long silence the hub is patient
/// for as long as the gap is remembered.
/// </summary>
public static class ExpectedTraffic
{
    /// <summary>On how many days with traffic the rhythm rests at most.</summary>
    public const int DaysRemembered = 14;

    /// <summary>On how many days a source must have been heard before anything is expected of it.</summary>
    public const int FewestDays = 3;

    private const int Patience = 2;

    /// <summary>No source is called silent earlier, however often it speaks.</summary>
    public static TimeSpan Floor { get; } = TimeSpan.FromHours(24);

    /// <summary>The longest that the source was quiet between two hours in which it spoke; null where too little is known of it.</summary>
    public static TimeSpan? LongestGap(SourceRecord record, TimeZoneInfo zone)
    {
        var heard = record.Days.SelectMany(day => day.Moments).ToList();
        if (heard.Select(moment => TimeZoneInfo.ConvertTime(moment, zone).Date).Distinct().Count() < FewestDays)
            return null;
        return heard.Zip(heard.Skip(1), (from, to) => WorkingDays.Between(from, to, zone)).Max();
    }

    /// <summary>Whether the source has been quiet for longer than it usually is.</summary>
    /// <param name="record">What is known of it.</param>
    /// <param name="zone">Where its working days are.</param>
    /// <param name="now">The moment.</param>
    public static bool IsSilent(SourceRecord record, TimeZoneInfo zone, DateTimeOffset now)
    {
        if (record.LastHeard is not { } last || now - last < Floor || LongestGap(record, zone) is not { } gap)
            return false;
        var allowed = gap * Patience > Floor ? gap * Patience : Floor;
        return WorkingDays.Between(last, now, zone) > allowed;
    }
}
