using IntegrationHub.Core.Model.Awards;
using Shouldly;
using Xunit;

namespace IntegrationHub.Testing.Storage;

/// <summary>What the calendar promises.</summary>
/// <param name="stand">What is held to it.</param>
public abstract class CalendarContract(IStorageStand stand) : StorageContract(stand)
{
    private static readonly DateOnly Day = new(2026, 11, 2);

    private ICalendar Calendar => Get<ICalendar>();

    private AwardId Award => new(DossierId.Of(Tenant, "learner", "water"), 0);

    [Fact]
    public async Task What_is_due_up_to_a_day_is_read_the_day_included()
    {
        foreach (var days in new[] { 1, 0, -1, 40 })
            await Calendar.Add(Day.AddDays(days), Award, 60 + days, Stop);

        (await Until(Day)).ShouldBe([new(Day.AddDays(-1), Award, 59), new(Day, Award, 60)]);
    }

    [Fact]
    public async Task The_same_day_again_changes_nothing_and_what_is_done_is_gone()
    {
        await Calendar.Add(Day, Award, 60, Stop);
        await Calendar.Add(Day, Award, 60, Stop);
        await Calendar.Add(Day, Award, 14, Stop);
        (await Until(Day)).Count.ShouldBe(2);

        await Calendar.Done(new(Day, Award, 60), Stop);
        await Calendar.Done(new(Day, Award, 60), Stop);

        (await Until(Day)).ShouldBe([new(Day, Award, 14)]);
    }

    [Fact]
    public async Task A_key_with_what_no_key_may_hold_is_refused() =>
        await Should.ThrowAsync<Exception>(() => Calendar.Add(Day, new(new(Tenant, "A/B#C?"), 0), 60, Stop));

    /// <summary>Others may use the same storage.</summary>
    private async Task<List<Due>> Until(DateOnly day) =>
        [.. (await Calendar.Until(day, Stop).Where(due => due.Award.Institution == Tenant).ToListAsync(Stop)).OrderBy(due => due.Day)];
}
