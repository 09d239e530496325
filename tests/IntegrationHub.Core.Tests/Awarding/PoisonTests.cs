using IntegrationHub.Testing.Storage;
using IntegrationHub.Core.Attention;
using IntegrationHub.Core.Erasure;
using IntegrationHub.Core.Intake;
using IntegrationHub.Core.Messaging;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Notices;
using IntegrationHub.Core.Steps;
using IntegrationHub.Storage;
using IntegrationHub.Testing.Pipeline;
using Shouldly;
using Xunit;

namespace IntegrationHub.Core.Tests.Awarding;

/// <summary>What failed for good by a mistake of the hub is one item each, and says what a person can do (law 8).</summary>
public sealed class PoisonTests
{
    private readonly Campus _campus = new();

    private AttentionItem Item => _campus.Attention.ShouldHaveSingleItem();

    [Fact]
    public async Task A_step_that_failed_says_that_it_was_the_hub_and_is_replayed()
    {
        await _campus.Deliver(OneInstitution.Assessed(91));
        await _campus.WorkOnce();
        _campus.LoseMessages();
        await _campus.Own(Envelope.Of("id", new StepDue(_campus.Award!.Id, StepName.Badge)));

        _campus.Award![StepName.Badge].Error.ShouldBe("The hub itself failed at this step; its log says where.");
        (Item.Award, Item.Step, Item.Detail).ShouldBe((_campus.Award.Id, StepName.Badge, _campus.Award[StepName.Badge].Error));
        _campus.Dossier.Timeline.ShouldContain(entry => entry.Event == TimelineEvent.Failed && entry.Step == StepName.Badge);

        (await _campus.Desk.Retry(OneInstitution.Id, Item.Id, default)).ShouldBe(RetryVerdict.Sent);
        await _campus.Work();
        _campus.Award[StepName.Badge].State.ShouldBe(StepState.Done);
        _campus.Attention.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_step_that_is_done_stays_done()
    {
        await Earned();
        await _campus.Own(Envelope.Of("id", new StepDue(_campus.Award!.Id, StepName.Badge)));

        _campus.Award![StepName.Badge].State.ShouldBe(StepState.Done);
        (Item.Cause.Name, Item.Source, Item.Subject.Text).ShouldBe(
            ("MessageFailed", QueueNames.Badges, $$"""step {"award":"{{_campus.Award.Id}}","step":"Badge","institution":"lacnord"}"""));
    }

    [Fact]
    public async Task That_a_step_has_ended_fails_no_step()
    {
        await _campus.Deliver(OneInstitution.Assessed(91));
        await _campus.WorkOnce();
        await _campus.Own(Envelope.Of("id", new StepEnded(_campus.Award!.Id, StepName.Badge)));

        _campus.Award!.Steps.ShouldAllBe(step => step.State == StepState.Pending);
        Item.Source.ShouldBe(QueueNames.Notices);
    }

    [Fact]
    public async Task One_completion_of_a_batch_can_be_taken_again_alone()
    {
        var address = await _campus.Storage.Keep(
            OneInstitution.Id,
            "batch",
            PlainLms.Delivery([OneInstitution.Assessed(91), OneInstitution.Assessed(92, "event-2", "900100002")], _campus.Time.GetUtcNow()),
            default);
        await _campus.Own(Envelope.Of("batch", new DeliveryKept(OneInstitution.Id, address, "event-2")));

        await _campus.Desk.Retry(OneInstitution.Id, Item.Id, default);
        await _campus.Work();

        _campus.Dossier.Evidence.ShouldHaveSingleItem().EventId.ShouldBe("event-2");
        _campus.Attention.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_alert_that_fails_raises_no_other_alert()
    {
        await _campus.Own(Envelope.Of("id", new AlertDue(OneInstitution.Id, "some-item")));

        (Item.Source, Item.Subject.Text).ShouldBe((nameof(ConnectionRole.Channel), "alert"));
        _campus.Waiting.ShouldBe(0);
    }

    public static IEnumerable<TheoryDataRow<string, string>> SentAgain =>
        from text in GoldenMessages.All
        let message = Messages.Read(text).Message
        where message is not (DeliveryArrived or DeliveryKept or AlertDue)
        select new TheoryDataRow<string, string>(message.GetType().Name, text);

    [Theory]
    [MemberData(nameof(SentAgain))]
    public async Task Any_other_message_is_an_item_that_sends_it_again(string kind, string text)
    {
        var message = Messages.Read(text).Message;
        await _campus.Own(Envelope.Of("id", message));
        if (message.NamedAward is { } award)
            await _campus.Have(award);
        _campus.LoseMessages();

        (Item.Cause.Name, Item.Source, Item.IsNeeded).ShouldBe(("MessageFailed", message.Queue, message.IsOfAnAward), kind);
        (await _campus.Desk.Retry(OneInstitution.Id, Item.Id, default)).ShouldBe(RetryVerdict.Sent);
        _campus
            .Take()
            .ShouldSatisfyAllConditions(sent => sent.Queue.ShouldBe(message.Queue), sent => sent.Envelope.Message.ShouldBe(message));
        _campus.Attention.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("letter learner/water-sampling/0/NotYet/a/b")]
    [InlineData("act learner/water-sampling/0/Revoke/2026-11-01T12:00:00.0000000+00:00/A1/a reason, with / in it")]
    public async Task An_item_of_the_release_before_sends_its_message_again_too(string subject)
    {
        await _campus.Have(new(DossierId.Of(OneInstitution.Id, "learner", "water-sampling"), 0));
        await _campus.Storage.Raise(new MessageFailed(new MessageTexts()).Of(OneInstitution.Id, "anywhere", subject), default);

        (await _campus.Desk.Retry(OneInstitution.Id, Item.Id, default)).ShouldBe(RetryVerdict.Sent);

        _campus
            .Take()
            .Envelope.Message.ToString()
            .ShouldContain(subject.StartsWith("act", StringComparison.Ordinal) ? "a reason, with / in it" : "Key = a/b");
        _campus.Attention.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("praise {\"of\":[1],\"institution\":\"lacnord\"}")]
    [InlineData("act learner/water-sampling/0/Praise/2026-11-01T12:00:00.0000000+00:00/A1/why")]
    public async Task An_item_whose_message_only_another_release_reads_stays_until_that_one_sends_it(string text)
    {
        await _campus.Storage.Raise(new MessageFailed(new MessageTexts()).Of(OneInstitution.Id, "completions", text), default);

        (await _campus.Desk.Retry(OneInstitution.Id, Item.Id, default)).ShouldBe(RetryVerdict.NoItem);
        (await _campus.Dismiss(Item.Id)).ShouldBe(DismissVerdict.Needed);
        _campus.Waiting.ShouldBe(0);
    }

    [Fact]
    public async Task Text_that_is_no_message_is_kept_and_the_hub_s_people_are_told_where()
    {
        await _campus.Failed.Keep(AttentionItem.OfTheHub, QueueNames.Badges, "what is this?", default);

        var item = (await _campus.Storage.Open(AttentionItem.OfTheHub, default)).ShouldHaveSingleItem();
        (item.Cause.Name, item.Source).ShouldBe(("MessageFailed", QueueNames.Badges));
        var kept = (await _campus.Storage.Read(item.Subject.Text!, default))!;
        (kept.Source, kept.Body, kept.Received).ShouldBe((QueueNames.Badges, "what is this?", _campus.Time.GetUtcNow()));
    }

    [Fact]
    public async Task What_was_sent_again_is_settled_and_goes_to_the_queue_where_it_failed()
    {
        var notice = new LearnerNotice(OneInstitution.Id, new("learner", "water-sampling", 0), LearnerNoticeKind.NotYet, "event-1");
        await _campus.Own(Envelope.Of("id", notice));
        _campus.LoseMessages();
        await _campus.Desk.Retry(OneInstitution.Id, Item.Id, default);

        _campus.Attention.ShouldBeEmpty();
        var (queue, envelope) = _campus.Take();
        (queue, envelope.Message).ShouldBe((QueueNames.Notices, notice));
    }

    [Fact]
    public async Task An_erasure_that_failed_is_done_by_a_retry_and_its_item_goes_with_it()
    {
        await Earned();
        var line = (await _campus.Erasures.Erase(OneInstitution.Id, "900100001", default))!;
        _campus.LoseMessages();
        await _campus.Own(Envelope.Of("id", new EraseLearner(OneInstitution.Id, line.Learner)));

        await _campus.Desk.Retry(OneInstitution.Id, Item.Id, default);
        await _campus.Work();

        (await _campus.Erasures.Find(OneInstitution.Id, line.Learner, default))!.Done.ShouldNotBeNull();
        _campus.Attention.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_was_to_go_on_and_failed_at_that_goes_on_by_a_retry()
    {
        await _campus.Deliver(OneInstitution.Assessed(91) with { Learner = [new(LearnerReferenceKind.LmsId, "7777")] });
        await _campus.Work();
        var waiting = Item.Id;
        await _campus.Storage.Settle(OneInstitution.Id, waiting, default);
        await _campus.Own(Envelope.Of("id", new ReleaseHeld(OneInstitution.Id, waiting)));

        await _campus.Desk.Retry(OneInstitution.Id, Item.Id, default);
        await _campus.Work();

        Item.Id.ShouldBe(waiting, "it was matched again, and waits again");
        (await _campus.Storage.Waiting(OneInstitution.Id, waiting, default).ToListAsync()).ShouldHaveSingleItem();
    }

    private async Task Earned()
    {
        await _campus.Deliver(OneInstitution.Assessed(91));
        await _campus.Work();
    }

}
