using IntegrationHub.Core.Notices;
using Shouldly;
using Xunit;

namespace IntegrationHub.Testing.Storage;

/// <summary>What claims on notices promise, in memory and in tables: of any number of workers one gets it.</summary>
/// <param name="stand">What is held to it.</param>
public abstract class NoticeClaimsContract(IStorageStand stand) : StorageContract(stand)
{
    private static readonly NoticeClaim Free = new(new(2026, 11, 2, 15, 2, 0, TimeSpan.Zero));

    private INoticeClaims Claims => Get<INoticeClaims>();

    [Theory]
    [InlineData("lacnord-ABC/NotYet/event-1")]
    [InlineData("with / # ? \\ and é")]
    public async Task Of_workers_that_claim_at_once_one_gets_it(string notice)
    {
        var got = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Claims.Save(Tenant, notice, Free, Stop), Stop)));

        var claim = got.Where(one => one is not null).ShouldHaveSingleItem();
        (await Claims.Find(Tenant, notice, Stop)).ShouldBe(claim);
        claim!.Until.ShouldBe(Free.Until);
    }

    [Fact]
    public async Task A_claim_that_is_over_is_taken_over_by_one()
    {
        var first = (await Claims.Save(Tenant, "over", Free, Stop))!;
        var got = await Task.WhenAll(
            Enumerable
                .Range(1, 8)
                .Select(i => Task.Run(() => Claims.Save(Tenant, "over", first with { Until = first.Until.AddMinutes(i) }, Stop), Stop)));


        var second = got.Where(one => one is not null).ShouldHaveSingleItem()!;
        second.Version.ShouldNotBe(first.Version);
        (await Claims.Save(Tenant, "over", first, Stop)).ShouldBeNull();
        await Claims.Drop(Tenant, "over", first, Stop);
        (await Claims.Find(Tenant, "over", Stop)).ShouldBe(second);
    }

    [Fact]
    public async Task What_is_dropped_is_free_and_who_held_it_before_has_it_no_more()
    {
        var first = (await Claims.Save(Tenant, "dropped", Free, Stop))!;
        await Claims.Drop(Tenant, "dropped", first, Stop);
        await Claims.Drop(Tenant, "dropped", first, Stop);

        (await Claims.Find(Tenant, "dropped", Stop)).ShouldBeNull();
        (await Claims.Save(Tenant, "dropped", first, Stop)).ShouldBeNull();
        (await Claims.Save(Tenant, "dropped", Free, Stop)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Another_institution_has_claims_of_its_own()
    {
        (await Claims.Save(Tenant, "same", Free, Stop)).ShouldNotBeNull();
        (await Claims.Save($"{Tenant}other", "same", Free, Stop)).ShouldNotBeNull();
    }
}
