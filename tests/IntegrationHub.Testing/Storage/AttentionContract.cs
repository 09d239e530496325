using IntegrationHub.Core.Attention;
using IntegrationHub.Core.Model.Awards;
using Shouldly;
using Xunit;

namespace IntegrationHub.Testing.Storage;

/// <summary>What the items for people promise, in memory and in tables.</summary>
/// <param name="stand">What is held to it.</param>
public abstract class AttentionContract(IStorageStand stand) : StorageContract(stand)
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 15, 0, 0, TimeSpan.Zero);

    private IAttention Attention => Get<IAttention>();

    private AttentionItem Item => Of("with / # ? \\");

    /// <summary>As releases before the typed subjects stored them, a row that fits no subject, and one of a newer release.</summary>
    public static TheoryData<string, SubjectRow, Type> Subjects => new()
    {
        { "UnknownLearner", new("lms", "key", "LmsId: 7777"), typeof(LearnerSubject) },
        { "AmbiguousLearner", new("lms", "nobody"), typeof(LearnerSubject) },
        { "AccountPassedOn", new("lms", "nobody"), typeof(LearnerSubject) },
        { "UnknownOffering", new("lms", "9999", "9999 / EAU-9"), typeof(OfferingSubject) },
        { "UnreadableDelivery", new("lms", "The body is no JSON."), typeof(DeliverySubject) },
        { "ApprovalNeeded", new("water", $"{Award}", Award: Award), typeof(AwardSubject) },
        { "StepFailed", new("Badge", $"{Award}", Award: Award, Step: StepName.Badge), typeof(StepSubject) },
        { "PrerequisiteMissing", new("water", "l1/water/0", "l1/water/0"), typeof(DossierSubject) },
        { "MessageFailed", new("notices", "l1/water/0/NotYet/e", "letter l1/water/0/NotYet/e"), typeof(MessageSubject) },
        { "SystemDown", new("Lms~moodle", ""), typeof(ConnectionSubject) },
        { "SecretEnding", new("lms", "password", "password"), typeof(SecretSubject) },
        { "SourceSilent", new("lms", ""), typeof(SourceSubject) },
        { "CatalogueFault", new("catalogue", ""), typeof(CatalogueSubject) },
        { "SourceSilent", new("lms", "print", "text", Award, StepName.Learner), typeof(OpaqueSubject) },
        { "StepFailed", new("Badge", "no award"), typeof(OpaqueSubject) },
        { "OfANewerRelease", new("lms", "print", "text"), typeof(OpaqueSubject) },
    };

    private static AwardId Award => new(DossierId.Of("lacnord", "l1", "water"), 0);

    [Fact]
    public async Task What_is_raised_by_many_at_once_is_one_item_with_a_count()
    {
        var isNew = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Attention.Raise(Item, Stop), Stop)));

        isNew.Count(one => one).ShouldBe(1);
        (await Attention.Find(Tenant, Item.Id, Stop)).ShouldNotBeNull().Count.ShouldBe(8);
    }

    [Fact]
    public async Task What_is_put_aside_stays_so_when_it_happens_again_and_is_gone_once_settled()
    {
        (await Attention.PutAside(Tenant, Item.Id, Now.AddDays(30), Stop)).ShouldBeFalse();
        await Attention.Raise(Item, Stop);
        await Attention.Note(Item with { Told = Now }, Stop);

        (await Attention.PutAside(Tenant, Item.Id, Now.AddDays(30), Stop)).ShouldBeTrue();
        (await Attention.Raise(Item with { First = Now.AddHours(1), Last = Now.AddHours(1), Detail = "again" }, Stop)).ShouldBeFalse();

        var aside = (await Attention.Open(Tenant, Stop)).ShouldHaveSingleItem();
        (aside.Count, aside.First, aside.Last, aside.Detail).ShouldBe((2, Now, Now.AddHours(1), "again"));
        (aside.Told, aside.AsideUntil).ShouldBe((Now, Now.AddDays(30)));
        await Attention.Settle(Tenant, Item.Id, Stop);
        await Attention.Settle(Tenant, Item.Id, Stop);
        (await Attention.Find(Tenant, Item.Id, Stop)).ShouldBeNull();
    }

    [Fact]
    public async Task What_was_dismissed_is_listed_with_its_reason_and_can_be_restored()
    {
        (await Attention.Dismiss(Tenant, Item.Id, new(Now, "done by hand"), Stop)).ShouldBeFalse();
        await Attention.Raise(Item with { Detail = "first" }, Stop);

        (await Attention.Dismiss(Tenant, Item.Id, new(Now, "done by hand"), Stop)).ShouldBeTrue();
        (await Attention.Dismiss(Tenant, Item.Id, new(Now, "again"), Stop)).ShouldBeFalse();

        (await Attention.Open(Tenant, Stop)).ShouldBeEmpty();
        (await Attention.Find(Tenant, Item.Id, Stop)).ShouldBeNull();
        (await Attention.PutAside(Tenant, Item.Id, Now, Stop)).ShouldBeFalse();
        var dismissed = (await Attention.All(Tenant, Stop)).ShouldHaveSingleItem();
        (dismissed.Dismissal, dismissed.Detail).ShouldBe((new Dismissal(Now, "done by hand"), "first"));
        (await Attention.Dismiss(Tenant, Item.Id, null, Stop)).ShouldBeTrue();
        (await Attention.Dismiss(Tenant, Item.Id, null, Stop)).ShouldBeFalse();
        (await Attention.Open(Tenant, Stop)).ShouldHaveSingleItem().Detail.ShouldBe("first");
    }

    [Fact]
    public async Task What_was_dismissed_and_happens_again_is_new()
    {
        await Attention.Raise(Item, Stop);
        await Attention.Dismiss(Tenant, Item.Id, new(Now, "done by hand"), Stop);

        (await Attention.Raise(Item with { First = Now.AddDays(1), Last = Now.AddDays(1) }, Stop)).ShouldBeTrue();

        var again = (await Attention.Open(Tenant, Stop)).ShouldHaveSingleItem();
        (again.Count, again.First, again.Dismissal).ShouldBe((1, Now.AddDays(1), null));
    }

    [Theory]
    [MemberData(nameof(Subjects))]
    public async Task What_an_item_is_about_is_read_as_it_was_raised(string cause, SubjectRow row, Type subject)
    {
        var item = StoredItems.Of(cause, row, Tenant);
        await Attention.Raise(item, Stop);

        var read = (await Attention.Find(Tenant, item.Id, Stop)).ShouldNotBeNull();

        (read.Cause.Name, read.Subject, read.Subject.Row).ShouldBe((cause, item.Subject, row));
        read.Subject.ShouldBeOfType(subject);
    }

    [Fact]
    public async Task What_the_channel_heard_of_an_item_is_not_noted_on_one_that_was_raised_anew()
    {
        await Attention.Note(Item with { Told = Now }, Stop);
        await Attention.Raise(Item with { First = Now.AddDays(1), Last = Now.AddDays(1) }, Stop);

        await Attention.Note(Item with { Told = Now }, Stop);

        (await Attention.Find(Tenant, Item.Id, Stop)).ShouldNotBeNull().Told.ShouldBeNull();
    }

    [Fact]
    public async Task An_institutions_open_items_are_its_own_the_newest_first()
    {
        await Attention.Raise(Of("older") with { Last = Now.AddHours(-1) }, Stop);
        await Attention.Raise(Of("newer"), Stop);
        await Attention.Raise(Of("oldest") with { Last = Now.AddHours(-2) }, Stop);
        await Attention.Raise(Item with { Institution = $"{Tenant}other" }, Stop);

        (await Attention.Open(Tenant, Stop)).Select(item => item.Subject.Row.Fingerprint).ShouldBe(["newer", "older", "oldest"]);
    }

    [Fact]
    public async Task A_completion_waits_once_for_an_item_and_says_what_waited_before_it()
    {
        (await Wait("delivery-1", "event-1")).ShouldBeNull();
        (await Wait("delivery-2", "event-2")).ShouldBeNull();
        (await Wait("delivery-3", "event-1"))!.TrackingId.ShouldBe("delivery-1");

        (await Waiting()).Select(completion => completion.TrackingId).Order().ShouldBe(["delivery-2", "delivery-3"]);
        (await Attention.Waiting(Tenant, "another item", Stop).ToListAsync(Stop)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_came_to_wait_again_is_not_taken_away_with_what_went_on()
    {
        await Wait("delivery-1", "event-1");
        var gone = (await Waiting()).ShouldHaveSingleItem();
        await Wait("delivery-1", "event-1");

        await Attention.Done(Tenant, Item.Id, gone, Stop);
        var again = (await Waiting()).ShouldHaveSingleItem();
        await Attention.Done(Tenant, Item.Id, again, Stop);
        await Attention.Done(Tenant, Item.Id, again, Stop);

        (await Waiting()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(40_000, true)]
    [InlineData(600_000, false)]
    public async Task What_is_longer_than_a_property_is_kept_up_to_what_a_row_holds(int length, bool isKept)
    {
        var detail = new string('x', length);
        var raise = () => Attention.Raise(Item with { Detail = detail }, Stop);

        if (isKept)
            await raise();
        else
            await Should.ThrowAsync<Exception>(raise);

        (await Attention.Open(Tenant, Stop)).Select(item => item.Detail == detail).ShouldBe(isKept ? [true] : []);
    }

    private AttentionItem Of(string fingerprint) =>
        StoredItems.Of("UnknownLearner", new("lms", fingerprint), Tenant) with
        {
            First = Now,
            Last = Now,
        };

    private Task<WaitingCompletion?> Wait(string delivery, string @event) =>
        Attention.Wait(Tenant, Item.Id, new(delivery, @event, "held/1"), Stop);

    private ValueTask<List<WaitingCompletion>> Waiting() => Attention.Waiting(Tenant, Item.Id, Stop).ToListAsync(Stop);
}
