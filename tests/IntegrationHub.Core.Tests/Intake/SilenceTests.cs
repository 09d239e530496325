using IntegrationHub.Core.Attention;
using IntegrationHub.Core.Intake;
using IntegrationHub.Core.Messaging;
using IntegrationHub.Testing.Pipeline;
using IntegrationHub.Testing.Storage;
using Microsoft.Extensions.Time.Testing;
using Shouldly;
using Xunit;

namespace IntegrationHub.Core.Tests.Intake;

/// <summary>Simulated weeks, hour by hour: when a source's silence is told.</summary>
public sealed class SilenceTests : IQueues
{
    private static readonly IntakeAnswer Noise = new(IntakeVerdict.Ignored, null, new() { Ignored = ["asset_accessed"] });
    private static readonly TimeZoneInfo Toronto = TimeZoneInfo.FindSystemTimeZoneById(OneInstitution.Only.TimeZone);

    // What is closed in Ontario or Quebec in 2026.
    private static readonly DateOnly[] Holidays =
    [
        new(2026, 1, 1),
        new(2026, 1, 2),
        new(2026, 2, 16),
        new(2026, 4, 3),
        new(2026, 4, 6),
        new(2026, 5, 18),
        new(2026, 6, 24),
        new(2026, 7, 1),
        new(2026, 8, 3),
        new(2026, 9, 7),
        new(2026, 9, 30),
        new(2026, 10, 12),
        new(2026, 11, 11),
        .. Enumerable.Range(24, 8).Select(day => new DateOnly(2026, 12, day)),
    ];

    private readonly FakeTimeProvider _time = new();
    private readonly InMemoryStorage _storage = new();
    private readonly InMemorySourceBook _book = new();
    private readonly DeliveryJournal _journal;
    private readonly SilenceWatch _watch;
    private int _alerts;

    public SilenceTests()
    {
        _journal = new(_time);
        _watch = new(new OneInstitution(), _book, new(_storage, new(_storage, _storage, this, _time), this, _time), _time);
    }

    [Fact]
    public async Task An_lms_of_office_hours_alarms_nobody_in_a_whole_year()
    {
        (await Pass("2026-01-05", "2027-01-08", OfficeHours)).ShouldBeNull();
        _alerts.ShouldBe(0);
    }

    [Fact]
    public async Task An_lms_that_always_speaks_is_missed_after_a_day_of_work()
    {
        // It dies on a Tuesday at ten in the morning.
        var told = await Pass("2026-10-19", "2026-11-30", now => now < new DateTime(2026, 11, 3, 10, 0, 0));

        told.ShouldNotBeNull().ShouldBeInRange(new(2026, 11, 4, 10, 0, 0), new(2026, 11, 4, 12, 0, 0));
    }

    [Fact]
    public async Task Who_stops_on_a_Friday_is_not_missed_before_Monday() =>
        (await Pass("2026-10-19", "2026-11-30", now => now < new DateTime(2026, 11, 6, 12, 0, 0)))
            .ShouldNotBeNull()
            .ShouldBeInRange(new(2026, 11, 9, 12, 0, 0), new(2026, 11, 9, 14, 0, 0));

    [Fact]
    public async Task An_lms_of_office_hours_that_dies_is_missed_within_two_days_of_work()
    {
        var told = await Pass("2026-10-19", "2026-11-30", now => OfficeHours(now) && now < new DateTime(2026, 11, 3, 10, 0, 0));

        told.ShouldNotBeNull().ShouldBeInRange(new(2026, 11, 4, 10, 0, 0), new(2026, 11, 5, 10, 0, 0));
    }

    [Fact]
    public async Task A_nightly_batch_is_missed_when_two_nights_failed()
    {
        (await Pass("2026-10-19", "2026-11-02", Nightly)).ShouldBeNull();
        (await Pass("2026-11-02", "2026-11-30", now => Nightly(now) && now < new DateTime(2026, 11, 3, 12, 0, 0)))
            .ShouldNotBeNull()
            .ShouldBeInRange(new(2026, 11, 5, 2, 0, 0), new(2026, 11, 5, 5, 0, 0));
    }

    [Fact]
    public async Task A_source_that_speaks_once_a_week_is_given_two_weeks()
    {
        static bool Wednesdays(DateTime now) => now is { DayOfWeek: DayOfWeek.Wednesday, Hour: 14 };
        (await Pass("2026-01-05", "2026-03-20", Wednesdays)).ShouldBeNull();
        (await Pass("2026-03-20", "2026-04-20", _ => false)).ShouldNotBeNull().ShouldBeInRange(new(2026, 4, 1), new(2026, 4, 9));
    }

    [Fact]
    public async Task Nothing_is_expected_of_a_source_that_was_heard_on_two_days_only() =>
        (await Pass("2026-10-19", "2026-12-20", now => now.Date <= new DateTime(2026, 10, 20))).ShouldBeNull();

    [Fact]
    public async Task A_silence_is_told_once_and_settled_when_the_source_is_heard_again()
    {
        await Pass("2026-10-19", "2026-11-03", OfficeHours);
        await Pass("2026-11-03", "2026-11-20", _ => false);
        (await Items())
            .ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(
                item => item.Cause.ShouldBeOfType<SourceSilent>(),
                item => item.Source.ShouldBe("lms"),
                item => item.Count.ShouldBe(1),
                item => item.Detail.ShouldNotBeNull().ShouldContain("Last heard 2026-11-02"));
        _alerts.ShouldBe(1);

        await Pass("2026-11-20", "2026-11-25", OfficeHours);
        (await Items()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_silence_that_a_person_dismissed_is_not_told_again()
    {
        await Pass("2026-10-19", "2026-11-03", OfficeHours);
        await Pass("2026-11-03", "2026-11-10", _ => false);
        await _storage.Settle(OneInstitution.Id, (await Items()).Single().Id, default);
        await Pass("2026-11-10", "2026-11-20", _ => false);

        (await Items()).ShouldBeEmpty();
        _alerts.ShouldBe(1);
    }

    Task IQueues.Send(Envelope envelope, TimeSpan? delay, CancellationToken cancellation)
    {
        envelope.Message.ShouldBeOfType<AlertDue>();
        _alerts++;
        return Task.CompletedTask;
    }

    private static bool OfficeHours(DateTime now) =>
        now is { Hour: >= 9 and < 17, DayOfWeek: not (DayOfWeek.Saturday or DayOfWeek.Sunday) }
        && !Holidays.Contains(DateOnly.FromDateTime(now));


    private static bool Nightly(DateTime now) => now.Hour == 2;

    /// <summary>Lives through the days, the journal written and the watch looking once an hour.</summary>
    /// <returns>When a silence was first told, where the institution is; null where never.</returns>
    private async Task<DateTime?> Pass(string from, string to, Func<DateTime, bool> speaks)
    {
        DateTime? told = null;
        var (start, end) = (Moment(from), Moment(to));
        for (var now = start; now < end; now = now.AddHours(1))
        {
            _time.SetUtcNow(now);
            var local = TimeZoneInfo.ConvertTime(now, Toronto).DateTime;
            if (speaks(local))
                _journal.Note(OneInstitution.Id, "lms", null, Noise);
            await _journal.Flush(_book, default);
            await _watch.Look(default);
            if (told is null && (await Items()).Count > 0)
                told = local;
        }

        return told;
    }

    private static DateTimeOffset Moment(string day)
    {
        var local = DateOnly.ParseExact(day, "yyyy-MM-dd").ToDateTime(default);
        return new DateTimeOffset(local, Toronto.GetUtcOffset(local)).ToUniversalTime();
    }

    private Task<IReadOnlyList<AttentionItem>> Items() => _storage.Open(OneInstitution.Id, default);
}
