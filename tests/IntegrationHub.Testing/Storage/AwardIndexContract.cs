using IntegrationHub.Core.Model.Awards;
using Shouldly;
using Xunit;

namespace IntegrationHub.Testing.Storage;

/// <summary>What the tables of open and recent awards promise.</summary>
/// <param name="stand">What is held to it.</param>
public abstract class AwardIndexContract(IStorageStand stand) : StorageContract(stand)
{
    /// <summary>What the index takes for now.</summary>
    protected static readonly DateTimeOffset Now = new(2026, 11, 2, 15, 30, 0, TimeSpan.Zero);

    private IAwardIndex Index => Get<IAwardIndex>();

    [Fact]
    public async Task An_award_is_open_until_it_is_closed_however_often_either_is_said()
    {
        var award = Award("a");
        await Index.Open(award, Now, Stop);
        await Index.Open(award, Now, Stop);
        (await Open(Now.AddSeconds(1))).ShouldBe([(award, Now)]);

        await Index.Close(award, Now, Stop);
        await Index.Close(award, Now, Stop);
        (await Open(Now.AddSeconds(1))).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_was_opened_at_a_moment_was_not_opened_before_it()
    {
        for (var minutes = 0; minutes < 120; minutes += 20)
            await Index.Open(Award($"m{minutes}"), Now.AddMinutes(-minutes), Stop);

        (await Open(Now.AddMinutes(-40))).Select(open => (Now - open.Opened).TotalMinutes).Order().ShouldBe([60, 80, 100]);
        (await Open(Now)).Count.ShouldBe(5);
    }

    [Fact]
    public async Task The_latest_awards_are_an_institutions_own_the_newest_first()
    {
        await Index.Open(Award("third"), Now.AddDays(-2), Stop);
        await Index.Open(Award("first"), Now, Stop);
        await Index.Open(Award("second"), Now.AddMinutes(-1), Stop);
        await Index.Open(Award("a week ago"), Now.AddDays(-7), Stop);
        await Index.Open(new(DossierId.Of($"{Tenant}other", "learner", "x"), 0), Now, Stop);
        await Index.Close(Award("first"), Now, Stop);

        (await Index.Recent(Tenant, days: 3, most: 10, Stop)).ShouldBe([Award("first"), Award("second"), Award("third")]);
        (await Index.Recent(Tenant, days: 3, most: 2, Stop)).ShouldBe([Award("first"), Award("second")]);
        (await Index.Recent(Tenant, days: 1, most: 10, Stop)).ShouldBe([Award("first"), Award("second")]);
    }

    [Fact]
    public async Task A_key_with_what_no_key_may_hold_is_refused() =>
        await Should.ThrowAsync<Exception>(() => Index.Open(new(new(Tenant, "A/B#C?"), 0), Now, Stop));

    private AwardId Award(string learner) => new(DossierId.Of(Tenant, learner, "water"), 0);

    /// <summary>Others may use the same storage.</summary>
    private async Task<List<(AwardId Award, DateTimeOffset Opened)>> Open(DateTimeOffset before) =>
        await Index.OpenedBefore(before, Stop).Where(open => open.Award.Institution == Tenant).ToListAsync(Stop);
}
