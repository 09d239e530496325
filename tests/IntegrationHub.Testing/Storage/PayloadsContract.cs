using IntegrationHub.Core.Messaging;
using IntegrationHub.Core.Model.Completions;
using Shouldly;
using Xunit;

namespace IntegrationHub.Testing.Storage;

/// <summary>What kept deliveries promise.</summary>
/// <param name="stand">What is held to it.</param>
public abstract class PayloadsContract(IStorageStand stand) : StorageContract(stand)
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 15, 0, 0, TimeSpan.Zero);

    private IPayloads Payloads => Get<IPayloads>();

    [Fact]
    public async Task What_is_kept_is_read_by_its_address_and_what_is_not_there_by_none()
    {
        var address = await Keep("delivery-1", "{\"é\":1}");

        (await Payloads.Read(address, Stop)).ShouldNotBeNull().Body.ShouldBe("{\"é\":1}");
        (await Keep("delivery-1", "{\"é\":1}")).ShouldBe(address);
        (await Payloads.Read($"{address}x", Stop)).ShouldBeNull();
    }

    [Fact]
    public async Task What_waits_can_be_freed_again_until_it_is_dropped_for_a_worker_may_be_lost_before_it_is_sent_on()
    {
        var held = await Payloads.Hold(await Keep("delivery-1"), "event / # ? \\ 1", Stop);

        var first = await Payloads.Free(held, Now.AddDays(40), Stop);
        (await Payloads.Free(held, Now.AddDays(40), Stop)).ShouldBe(first.ShouldNotBeNull());
        (await Payloads.Read(first.Address, Stop)).ShouldNotBeNull().Body.ShouldBe("{}");

        await Payloads.Drop(held, first.Hold, Stop);
        await Payloads.Drop(held, first.Hold, Stop);
        (await Payloads.Free(held, Now.AddDays(40), Stop)).ShouldBeNull();
        (await Payloads.Read(first.Address, Stop)).ShouldNotBeNull();
    }

    [Fact]
    public async Task What_came_to_wait_again_is_not_dropped_with_what_went_on()
    {
        var held = await Payloads.Hold(await Keep("delivery-2"), "event-2", Stop);
        var freed = (await Payloads.Free(held, Now, Stop)).ShouldNotBeNull();

        (await Payloads.Hold(freed.Address, "event-2", Stop)).ShouldBe(held);
        await Payloads.Drop(held, freed.Hold, Stop);
        (await Payloads.Read(held, Stop)).ShouldNotBeNull();

        await Payloads.Drop(held, hold: null, Stop);
        (await Payloads.Read(held, Stop)).ShouldBeNull();
    }

    [Fact]
    public async Task What_is_held_stays_held_where_it_is_asked_for_again()
    {
        var held = await Payloads.Hold(await Keep("delivery-3"), "event-3", Stop);

        await Payloads.Hold(held, "event-3", Stop);

        (await Payloads.Read(held, Stop)).ShouldNotBeNull();
    }

    [Fact]
    public async Task What_is_gone_cannot_be_held()
    {
        var held = await Payloads.Hold($"20010101/{Tenant}/gone.json", "event-4", Stop);

        (await Payloads.Read(held, Stop)).ShouldBeNull();
    }

    [Fact]
    public async Task The_days_before_a_moment_are_deleted_and_nothing_that_is_held()
    {
        var (old, day) = (new DateTimeOffset(2001, 2, 3, 12, 0, 0, TimeSpan.Zero), new DateTimeOffset(2001, 2, 4, 0, 30, 0, TimeSpan.Zero));
        var gone = await Payloads.Keep(Tenant, "old", new("lms", old, new Dictionary<string, string>(), "{}"), Stop);
        var stays = await Payloads.Keep(Tenant, "day", new("lms", day, new Dictionary<string, string>(), "{}"), Stop);
        var held = await Payloads.Hold(gone, "event-5", Stop);

        (await Payloads.Purge(day.AddHours(5), Stop)).ShouldBe(1);

        (await Payloads.Read(gone, Stop)).ShouldBeNull();
        (await Payloads.Read(stays, Stop)).ShouldNotBeNull();
        (await Payloads.Read(held, Stop)).ShouldNotBeNull();
        await Payloads.Purge(day.AddDays(1), Stop);
    }

    [Fact]
    public async Task An_erasure_goes_through_one_institutions_deliveries_the_held_ones_too()
    {
        var (mine, other) = (await Keep("mine", "to go"), await Payloads.Keep($"{Tenant}other", "theirs", Delivery("to go"), Stop));
        var (held, kept) = (await Payloads.Hold(mine, "event-6", Stop), await Keep("kept", "stays"));

        (await Payloads.Erase(Tenant, delivery => Task.FromResult(delivery.Body == "to go"), Stop)).ShouldBe(2);

        (await Payloads.Read(mine, Stop)).ShouldBeNull();
        (await Payloads.Read(held, Stop)).ShouldBeNull();
        (await Payloads.Read(kept, Stop)).ShouldNotBeNull();
        (await Payloads.Read(other, Stop)).ShouldNotBeNull();
    }

    private Task<string> Keep(string id, string body = "{}") => Payloads.Keep(Tenant, id, Delivery(body), Stop);

    private static StoredDelivery Delivery(string body) => new("lms", Now, new Dictionary<string, string>(), body);
}
