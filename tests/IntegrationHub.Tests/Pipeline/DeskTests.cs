using IntegrationHub.Core.Awards;
using IntegrationHub.Core.Completions;
using IntegrationHub.Core.Institutions;
using IntegrationHub.Core.Outside;
using IntegrationHub.Core.Pipeline;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Pipeline;

/// <summary>What people do with what waits for them.</summary>
public sealed class DeskTests
{
    private static readonly LearnerReference Reference = new(LearnerReferenceKind.LmsId, "7777");

    private readonly Campus _campus = new();

    [Fact]
    public async Task Nothing_is_replayed_of_an_award_that_there_is_not() =>
        (await _campus.Desk.Replay(new(DossierId.Of(OneInstitution.Id, "nobody", "x"), 0), null, default)).ShouldBeNull();

    [Fact]
    public async Task A_step_that_waits_is_replayed_when_it_is_named_and_not_among_the_failed()
    {
        _campus.Outside.Before[ConnectionRole.Badges] = () => new OutsideException(OutsideFault.Throttled, "Too many.");
        await _campus.Deliver(OneInstitution.Assessed(91));
        await _campus.Work();

        (await _campus.Desk.Replay(_campus.Award!.Id, null, default)).ShouldBe([]);
        (await _campus.Desk.Replay(_campus.Award.Id, StepName.Badge, default)).ShouldBe([StepName.Badge]);
        _campus.Outside.Before.Clear();
        await _campus.Work();

        _campus.Award![StepName.Badge].State.ShouldBe(StepState.Done);
        _campus.Dossier.Timeline.ShouldContain(entry => entry.Event == TimelineEvent.Replayed && entry.Step == StepName.Badge);
    }

    [Theory]
    [InlineData("elsewhere", "lms", IdentifyVerdict.UnknownInstitution)]
    [InlineData(OneInstitution.Id, "other", IdentifyVerdict.UnknownSource)]
    public async Task Nobody_is_named_for_an_institution_or_source_that_there_is_not(string institution, string source, IdentifyVerdict verdict) =>
        (await _campus.Desk.Identify(institution, source, Reference, "900100001", default)).ShouldBe(new Identified(verdict, null));

    [Fact]
    public async Task Naming_the_learner_of_a_settled_item_names_nobody() =>
        (await _campus.Desk.Identify(OneInstitution.Id, "no-such-item", "900100001", default)).ShouldBe(IdentifyVerdict.NothingWaits);

    [Fact]
    public async Task Only_an_item_about_a_learner_can_be_settled_by_naming_one()
    {
        await _campus.Deliver(OneInstitution.Assessed(95) with { Courses = ["9999"], Kind = CompletionKind.Completed, Assessment = null, Score = null });
        await _campus.Work();

        (await _campus.Desk.Identify(OneInstitution.Id, _campus.Attention.ShouldHaveSingleItem().Id, "900100001", default)).ShouldBe(IdentifyVerdict.NothingWaits);
    }

    [Fact]
    public async Task Whose_number_the_SIS_does_not_know_stays_unknown()
    {
        await Stranger();
        (await _campus.Desk.Identify(OneInstitution.Id, _campus.Attention.ShouldHaveSingleItem().Id, "999999999", default)).ShouldBe(IdentifyVerdict.UnknownStudent);
        await _campus.Work();
        _campus.Attention.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Naming_one_stranger_lets_others_wait_on()
    {
        await Stranger();
        await Stranger("8888");

        await _campus.Desk.Identify(OneInstitution.Id, "lms", Reference, "900100001", default);
        await _campus.Work();

        _campus.Award.ShouldNotBeNull();
        _campus.Attention.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            item => item.Subject.ShouldBe("LmsId: 8888"),
            item => item.Count.ShouldBe(1));
    }

    [Fact]
    public async Task What_is_dismissed_is_given_up_with_what_waited()
    {
        await Stranger();
        var item = _campus.Attention.ShouldHaveSingleItem().Id;
        var waiting = (await _campus.Storage.Waiting(OneInstitution.Id, item, default).ToListAsync()).ShouldHaveSingleItem();
        (await _campus.Storage.Read(waiting.Payload, default)).ShouldNotBeNull();

        await _campus.Desk.Dismiss(OneInstitution.Id, item, default);

        _campus.Attention.ShouldBeEmpty();
        (await _campus.Storage.Waiting(OneInstitution.Id, item, default).ToListAsync()).ShouldBeEmpty();
        (await _campus.Storage.Read(waiting.Payload, default)).ShouldBeNull();
        (await _campus.Desk.Retry(OneInstitution.Id, item, default)).ShouldBeFalse();
    }

    private async Task Stranger(string id = "7777")
    {
        await _campus.Deliver(OneInstitution.Assessed(95, $"event-{id}") with { Learner = [new(LearnerReferenceKind.LmsId, id)] });
        await _campus.Work();
    }
}
