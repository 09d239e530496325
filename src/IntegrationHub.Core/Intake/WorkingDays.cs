namespace IntegrationHub.Core.Intake;

/// <summary>
/// Days on which silence is no surprise: weekends, the winter recess, and the holidays of any Canadian province, with
/// the Monday after one that falls on a weekend. A day too many here only makes an alarm a day later.
/// </summary>
internal static class WorkingDays
{
    /// <summary>The time between two moments, without the days that are no working days.</summary>
    public static TimeSpan Between(DateTimeOffset from, DateTimeOffset to, TimeZoneInfo zone)
    {
        var (start, end) = (TimeZoneInfo.ConvertTime(from, zone).DateTime, TimeZoneInfo.ConvertTime(to, zone).DateTime);
        var time = TimeSpan.Zero;
        for (var day = start.Date; day < end; day = day.AddDays(1))
        {
            if (!Contains(DateOnly.FromDateTime(day)))
                continue;
            var (first, last) = (day > start ? day : start, day.AddDays(1) < end ? day.AddDays(1) : end);
            time += last - first;
        }

        return time;
    }

    public static bool Contains(DateOnly day) =>
        !(
            day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday
            || IsFixedHoliday(day)
            || (
                day.DayOfWeek == DayOfWeek.Monday
                && (IsHolidayMonday(day) || IsFixedHoliday(day.AddDays(-1)) || IsFixedHoliday(day.AddDays(-2))))
            || day == Easter(day.Year).AddDays(-2)
            || day == Easter(day.Year).AddDays(1));

    private static bool IsFixedHoliday(DateOnly day) =>
        (day.Month, day.Day) is (1, 1 or 2) or (6, 21 or 24) or (7, 1) or (9, 30) or (11, 11) or (12, >= 24);

    // Family Day, Victoria Day, the civic holiday, Labour Day, Thanksgiving.
    private static bool IsHolidayMonday(DateOnly day) =>
        (day.Month, day.Day) is (2, >= 15 and <= 21) or (5, >= 18 and <= 24) or (8, <= 7) or (9, <= 7) or (10, >= 8 and <= 14);

    /// <summary>Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher).</summary>
    private static DateOnly Easter(int year)
    {
        int a = year % 19,
            b = year / 100,
            c = year % 100;
        var h = ((19 * a) + b - (b / 4) - ((b - ((b + 8) / 25) + 1) / 3) + 15) % 30;
        var l = (32 + (2 * (b % 4)) + (2 * (c / 4)) - h - (c % 4)) % 7;
        var m = (a + (11 * h) + (22 * l)) / 451;
        var n = h + l - (7 * m) + 114;
        return new(year, n / 31, (n % 31) + 1);
    }
}
