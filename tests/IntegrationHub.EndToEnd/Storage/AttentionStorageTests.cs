using IntegrationHub.Core.Attention;
using IntegrationHub.EndToEnd.Azurite;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.Storage;

/// <summary>What people must settle, in real tables.</summary>
public sealed class AttentionStorageTests(AzuriteServer azurite) : StorageTest(azurite)
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 15, 0, 0, TimeSpan.Zero);

    private IAttention Attention => Get<IAttention>();

    private AttentionItem Item => new() { Institution = Institution, Cause = Cause.UnknownLearner, Source = "lms", Fingerprint = "key", First = Now, Last = Now };

    [Fact]
    public async Task What_is_put_aside_stays_so_when_it_happens_again_and_is_gone_once_settled()
    {
        (await Attention.PutAside(Institution, Item.Id, Now.AddDays(30), Cancellation)).ShouldBeFalse();
        await Attention.Raise(Item, Cancellation);

        (await Attention.PutAside(Institution, Item.Id, Now.AddDays(30), Cancellation)).ShouldBeTrue();
        (await Attention.Raise(Item, Cancellation)).ShouldBeFalse();

        var aside = (await Attention.Open(Institution, Cancellation)).ShouldHaveSingleItem();
        (aside.Count, aside.AsideUntil).ShouldBe((2, Now.AddDays(30)));
        await Attention.Settle(Institution, Item.Id, Cancellation);
        (await Attention.Find(Institution, Item.Id, Cancellation)).ShouldBeNull();
    }
}
