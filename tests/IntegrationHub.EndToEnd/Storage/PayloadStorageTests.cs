using IntegrationHub.Core.Messaging;
using IntegrationHub.EndToEnd.Azurite;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.Storage;

/// <summary>Deliveries that wait for a person, as real blobs.</summary>
public sealed class PayloadStorageTests(AzuriteServer azurite) : StorageTest(azurite)
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 15, 0, 0, TimeSpan.Zero);

    private IPayloads Payloads => Get<IPayloads>();

    [Fact]
    public async Task What_waits_can_be_freed_again_until_it_is_dropped_for_a_worker_may_be_lost_before_it_is_sent_on()
    {
        var address = await Payloads.Keep(Institution, "delivery-1", new("lms", Now, new Dictionary<string, string>(), "{}"), Cancellation);
        var held = await Payloads.Hold(address, "event-1", Cancellation);

        var first = await Payloads.Free(held, Now.AddDays(40), Cancellation);
        (await Payloads.Free(held, Now.AddDays(40), Cancellation)).ShouldBe(first.ShouldNotBeNull());
        (await Payloads.Read(first.Address, Cancellation)).ShouldNotBeNull().Body.ShouldBe("{}");

        await Payloads.Drop(held, first.Hold, Cancellation);
        await Payloads.Drop(held, first.Hold, Cancellation);
        (await Payloads.Free(held, Now.AddDays(40), Cancellation)).ShouldBeNull();
        (await Payloads.Read(first.Address, Cancellation)).ShouldNotBeNull();
    }

    [Fact]
    public async Task What_came_to_wait_again_is_not_dropped_with_what_went_on()
    {
        var address = await Payloads.Keep(Institution, "delivery-2", new("lms", Now, new Dictionary<string, string>(), "{}"), Cancellation);
        var held = await Payloads.Hold(address, "event-2", Cancellation);
        var freed = (await Payloads.Free(held, Now, Cancellation)).ShouldNotBeNull();

        (await Payloads.Hold(freed.Address, "event-2", Cancellation)).ShouldBe(held);
        await Payloads.Drop(held, freed.Hold, Cancellation);
        (await Payloads.Read(held, Cancellation)).ShouldNotBeNull();

        await Payloads.Drop(held, hold: null, Cancellation);
        (await Payloads.Read(held, Cancellation)).ShouldBeNull();
    }
}
