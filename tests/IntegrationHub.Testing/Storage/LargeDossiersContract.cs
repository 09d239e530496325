using IntegrationHub.Core.Model.Awards;
using Shouldly;
using Xunit;

namespace IntegrationHub.Testing.Storage;

/// <summary>What dossiers promise where the service has its limits: operations and bytes of a transaction, lengths, keys.</summary>
public abstract class LargeDossiersContract(IStorageStand stand) : DossierScene(stand)
{
    [Fact]
    public async Task However_much_evidence_is_moved_here_it_is_decided_as_one()
    {
        (await Decide(new(Pieces(250)), Award(0))).ShouldBeTrue();

        var dossier = await Read();
        (dossier.Evidence.Count, dossier.Awards.Count, dossier.Timeline.Count).ShouldBe((250, 1, 1));
        (await Dossiers.Decide(dossier, new(new([]), Earned with { Attempts = 2 }, [], []), Stop)).ShouldBeTrue();
    }

    [Fact]
    public async Task However_long_the_evidence_is_it_is_decided_as_one()
    {
        var name = new string('x', 400_000);

        (await Decide(new([.. Pieces(12).Select(piece => piece with { EventName = name })]), Award(0))).ShouldBeTrue();

        (await Read()).Evidence.Select(item => item.EventName.Length).ShouldBe(Enumerable.Repeat(400_000, 12));
    }

    [Fact]
    public async Task However_much_longer_the_evidence_is_on_the_wire_it_is_decided_as_one()
    {
        IReadOnlyList<string> courses = [.. Enumerable.Repeat("a", 100_000)];

        (await Decide(new([.. Pieces(4).Select(piece => piece with { Courses = courses })]), Award(0))).ShouldBeTrue();

        (await Read()).Evidence.Select(item => item.Courses.Count).ShouldBe(Enumerable.Repeat(100_000, 4));
    }

    [Fact]
    public async Task Who_read_before_much_was_written_writes_none_of_it()
    {
        var read = await Read();
        await Decide(new([Piece("first")]), Award(0));

        (await Dossiers.Decide(read, new(new(Pieces(250)), Earned, [], []), Stop)).ShouldBeFalse();

        (await Read()).Evidence.Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_erasure_leaves_keys_and_days_of_however_many_awards()
    {
        var news = new News([Piece("event-0")], Part: new("other", "other-1", 0, Now, null, null, 3, 1));
        await Decide(news, [.. Enumerable.Range(0, 30).Select(Award)]);

        await Dossiers.Erase(Id, Now.AddDays(1), Stop);
        await Dossiers.Erase(Id, Now.AddDays(2), Stop);

        var left = await Read();
        (left.Evidence.Count, left.Parts.Count, left.Awards.Count).ShouldBe((0, 0, 30));
        left.Acts.ShouldHaveSingleItem().Kind.ShouldBe(ActKind.Erased);
        left.Decision!.ShouldSatisfyAllConditions(said => said.Percent.ShouldBeNull(), said => said.EventId.ShouldBeNull());
        left.Timeline.Select(entry => entry.Cycle).Order().ShouldBe(Enumerable.Range(0, 30));
        left.Timeline.ShouldAllBe(entry => entry.Event == TimelineEvent.Erased);
        left.Awards.ShouldAllBe(award => award.Earned == Now && award.Reason == null && award.Decision.Percent == null);
        left.Awards.SelectMany(award => award.Steps).ShouldAllBe(step => step.HasEnded && step.Reference == null);
    }

    [Fact]
    public async Task More_than_one_transaction_holds_is_refused_whole()
    {
        await Decide(new([Piece("event-0")]), Award(0));
        var award = (await Read()).Awards[0];
        List<TimelineEntry> entries =
            [.. Enumerable.Range(0, TableLimits.MostOperations).Select(i => new TimelineEntry(0, Now.AddSeconds(i), TimelineEvent.Told))];

        await Should.ThrowAsync<Exception>(() => Dossiers.Save(award.Id, [award.Steps[0]], entries, Stop));

        (await Dossiers.Save(award.Id, [award.Steps[0]], entries[1..], Stop)).ShouldNotBeNull();
        (await Read()).Timeline.Count.ShouldBe(TableLimits.MostOperations);
    }

    [Fact]
    public async Task One_row_twice_in_a_transaction_is_refused_whole()
    {
        await Should.ThrowAsync<Exception>(() => Decide(new([Piece("event-0"), Piece("event-0")])));
        (await Read()).Version.ShouldBeNull();

        await Decide(new([Piece("event-0")]), Award(0));
        var award = (await Read()).Awards[0];
        await Should.ThrowAsync<Exception>(() => Dossiers.Save(award.Id, [award.Steps[0], award.Steps[0]], [], Stop));
    }

    [Fact]
    public async Task A_key_with_what_no_key_may_hold_is_refused()
    {
        var odd = new DossierId(Tenant, "A/B#C?");
        var change = new DossierChange(new([Piece("event-0")]), Earned, [], []);

        await Should.ThrowAsync<Exception>(() => Dossiers.Decide(new() { Id = odd }, change, Stop));
    }

    [Theory]
    [InlineData(40_000, true)]
    [InlineData(400_000, true)]
    [InlineData(600_000, false)]
    public async Task What_is_longer_than_a_property_is_kept_up_to_what_a_row_holds(int length, bool isKept)
    {
        var name = new string('x', length);
        var change = () => Decide(new([Piece("event-0") with { EventName = name }]));

        if (isKept)
            await change();
        else
            await Should.ThrowAsync<Exception>(change);

        (await Read()).Evidence.Select(item => item.EventName == name).ShouldBe(isKept ? [true] : []);
    }
}
