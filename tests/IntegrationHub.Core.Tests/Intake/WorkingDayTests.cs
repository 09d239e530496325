using IntegrationHub.Core.Intake;
using Shouldly;
using Xunit;

namespace IntegrationHub.Core.Tests.Intake;

/// <summary>
/// Days on which a source may be expected to speak: not on week-ends and the holidays of Ontario, Quebec and the country.
/// </summary>
public sealed class WorkingDayTests
{
    private static readonly TimeZoneInfo Toronto = TimeZoneInfo.FindSystemTimeZoneById("America/Toronto");

    public static TheoryData<string> EasterSundays =>
        [
            "1954-04-18",
            "1981-04-19",
            "2000-04-23",
            "2008-03-23",
            "2011-04-24",
            "2019-04-21",
            "2024-03-31",
            "2025-04-20",
            "2026-04-05",
            "2027-03-28",
            "2028-04-16",
            "2029-04-01",
            "2030-04-21",
            "2031-04-13",
            "2032-03-28",
            "2033-04-17",
            "2034-04-09",
            "2035-03-25",
            "2036-04-13",
            "2037-04-05",
            "2038-04-25",
            "2039-04-10",
            "2040-04-01",
            "2049-04-18",
            "2076-04-19",
            "2100-03-28",
            "2285-03-22",
        ];

    [Theory]
    [MemberData(nameof(EasterSundays))]
    public void Good_Friday_and_Easter_Monday_are_holidays_and_the_days_around_them_are_not(string sunday)
    {
        var easter = Day(sunday);
        new[] { -3, -2, 1, 2 }.Select(days => WorkingDays.Contains(easter.AddDays(days))).ShouldBe([true, false, false, true]);
    }

    [Theory]
    [InlineData("2026-01-01")]
    [InlineData("2026-01-02")]
    [InlineData("2026-02-16")]
    [InlineData("2027-02-15")]
    [InlineData("2022-02-21")]
    [InlineData("2026-05-18")]
    [InlineData("2027-05-24")]
    [InlineData("2027-06-21")]
    [InlineData("2026-06-24")]
    [InlineData("2026-07-01")]
    [InlineData("2026-08-03")]
    [InlineData("2028-08-07")]
    [InlineData("2026-09-07")]
    [InlineData("2031-09-01")]
    [InlineData("2026-09-30")]
    [InlineData("2026-10-12")]
    [InlineData("2029-10-08")]
    [InlineData("2030-10-14")]
    [InlineData("2026-11-11")]
    [InlineData("2026-12-24")]
    [InlineData("2026-12-31")]
    public void A_holiday_is_no_working_day(string day) => WorkingDays.Contains(Day(day)).ShouldBeFalse();

    [Theory]
    [InlineData("2028-01-03")] // the first and second of January fall on a week-end
    [InlineData("2028-10-02")] // the thirtieth of September falls on a Saturday
    [InlineData("2029-11-12")] // Remembrance Day falls on a Sunday
    public void A_holiday_on_a_week_end_is_kept_on_the_Monday_after(string day)
    {
        WorkingDays.Contains(Day(day)).ShouldBeFalse();
        WorkingDays.Contains(Day(day).AddDays(1)).ShouldBeTrue();
    }

    [Theory]
    [InlineData("2026-01-05")]
    [InlineData("2026-02-09")]
    [InlineData("2026-02-17")]
    [InlineData("2026-02-23")]
    [InlineData("2026-03-16")]
    [InlineData("2026-05-11")]
    [InlineData("2026-05-25")]
    [InlineData("2026-06-23")]
    [InlineData("2026-07-02")]
    [InlineData("2026-08-10")]
    [InlineData("2026-08-31")]
    [InlineData("2026-09-14")]
    [InlineData("2026-09-29")]
    [InlineData("2026-10-05")]
    [InlineData("2026-10-19")]
    [InlineData("2026-11-10")]
    [InlineData("2026-11-12")]
    [InlineData("2026-12-23")]
    public void The_days_and_Mondays_around_are_working_days(string day) => WorkingDays.Contains(Day(day)).ShouldBeTrue();

    [Theory]
    [InlineData("2026-11-06T17:00", "2026-11-09T09:00", 16)]
    [InlineData("2026-11-03T10:00", "2026-11-03T12:30", 2.5)]
    [InlineData("2026-11-03T10:00", "2026-11-05T10:00", 48)]
    [InlineData("2026-11-07T10:00", "2026-11-08T20:00", 0)]
    [InlineData("2026-11-07T10:00", "2026-11-09T00:00", 0)]
    [InlineData("2026-11-10T00:00", "2026-11-12T00:00", 24)]
    [InlineData("2026-11-03T10:00", "2026-11-03T10:00", 0)]
    public void Only_the_hours_of_working_days_count_in_the_institution_s_own_zone(string from, string to, double hours) =>
        WorkingDays.Between(Moment(from), Moment(to), Toronto).TotalHours.ShouldBe(hours);

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static DateTimeOffset Moment(string text)
    {
        var local = DateTime.ParseExact(text, "yyyy-MM-dd'T'HH:mm", System.Globalization.CultureInfo.InvariantCulture);
        return new DateTimeOffset(local, Toronto.GetUtcOffset(local)).ToUniversalTime();
    }
}
