using IntegrationHub.Core.Attention;
using IntegrationHub.Core.Messaging;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;
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
        await _campus.Failed.Handle(QueueNames.Badges, About(MessageKinds.Step, StepName.Badge), default);

        _campus.Award![StepName.Badge].Error.ShouldBe("The hub itself failed at this step; its log says where.");
        (Item.Award, Item.Step, Item.Detail).ShouldBe((_campus.Award.Id, StepName.Badge, _campus.Award[StepName.Badge].Error));
        _campus.Dossier.Timeline.ShouldContain(entry => entry.Event == TimelineEvent.Failed && entry.Step == StepName.Badge);

        (await _campus.Desk.Retry(OneInstitution.Id, Item.Id, default)).ShouldBeTrue();
        await _campus.Work();
        _campus.Award[StepName.Badge].State.ShouldBe(StepState.Done);
        _campus.Attention.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_step_that_is_done_stays_done()
    {
        await Earned();
        await _campus.Failed.Handle(QueueNames.Badges, About(MessageKinds.Step, StepName.Badge), default);

        _campus.Award![StepName.Badge].State.ShouldBe(StepState.Done);
        (Item.Cause, Item.Source, Item.Subject).ShouldBe((Cause.MessageFailed, QueueNames.Badges, $"{_campus.Award.Id}/Badge"));
    }

    [Fact]
    public async Task That_a_step_has_ended_fails_no_step()
    {
        await _campus.Deliver(OneInstitution.Assessed(91));
        await _campus.WorkOnce();
        await _campus.Failed.Handle(QueueNames.Notices, About(MessageKinds.Ended, StepName.Badge), default);

        _campus.Award!.Steps.ShouldAllBe(step => step.State == StepState.Pending);
        Item.Source.ShouldBe(QueueNames.Notices);
    }

    [Fact]
    public async Task One_completion_of_a_batch_can_be_taken_again_alone()
    {
        var address = await _campus.Storage.Keep(OneInstitution.Id, "batch", PlainLms.Delivery([OneInstitution.Assessed(91), OneInstitution.Assessed(92, "event-2", "900100002")], _campus.Time.GetUtcNow()), default);
        await _campus.Failed.Handle(QueueNames.Completions, Envelope.Of("batch", OneInstitution.Id, MessageKinds.Completion, $"{address}#event-2"), default);

        await _campus.Desk.Retry(OneInstitution.Id, Item.Id, default);
        await _campus.Work();

        _campus.Dossier.Evidence.ShouldHaveSingleItem().EventId.ShouldBe("event-2");
        _campus.Attention.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_alert_that_fails_raises_no_other_alert()
    {
        await _campus.Failed.Handle(QueueNames.Notices, Envelope.Of("id", OneInstitution.Id, MessageKinds.Alert, "some-item"), default);

        (Item.Source, Item.Subject).ShouldBe((nameof(ConnectionRole.Channel), "alert"));
        _campus.Waiting.ShouldBe(0);
    }

    [Theory]
    [InlineData(MessageKinds.Part, "award/code", "part award/code")]
    [InlineData(MessageKinds.Letter, "a/b/0/NotYet/c", "letter a/b/0/NotYet/c")]
    [InlineData(MessageKinds.Release, "item", "release item")]
    [InlineData(MessageKinds.Erase, "learner", "erase learner")]
    [InlineData("unknown", "item/rest", "item")]
    [InlineData("unknown", null, "id")]
    public async Task Any_other_message_is_named_by_what_it_refers_to(string kind, string? reference, string subject)
    {
        await _campus.Failed.Handle(QueueNames.Completions, Envelope.Of("id", OneInstitution.Id, kind, reference), default);

        (Item.Cause, Item.Source, Item.Subject).ShouldBe((Cause.MessageFailed, QueueNames.Completions, subject));
    }

    [Fact]
    public async Task Text_that_is_no_message_is_kept_and_the_hub_s_people_are_told_where()
    {
        await _campus.Failed.Keep(QueueNames.Badges, "what is this?", default);

        var item = (await _campus.Storage.Open(AttentionItem.OfTheHub, default)).ShouldHaveSingleItem();
        (item.Cause, item.Source).ShouldBe((Cause.MessageFailed, QueueNames.Badges));
        var kept = (await _campus.Storage.Read(item.Subject!, default))!;
        (kept.Source, kept.Body, kept.Received).ShouldBe((QueueNames.Badges, "what is this?", _campus.Time.GetUtcNow()));
    }

    [Fact]
    public async Task What_was_sent_again_is_settled_and_goes_to_the_queue_where_it_failed()
    {
        await _campus.Failed.Handle(QueueNames.Notices, Envelope.Of("id", OneInstitution.Id, MessageKinds.Letter, "learner/water-sampling/0/NotYet/event-1"), default);
        _campus.LoseMessages();
        await _campus.Desk.Retry(OneInstitution.Id, Item.Id, default);

        _campus.Attention.ShouldBeEmpty();
        var (queue, envelope) = _campus.Take();
        (queue, envelope.Kind, envelope.Ref).ShouldBe((QueueNames.Notices, MessageKinds.Letter, "learner/water-sampling/0/NotYet/event-1"));
    }

    [Fact]
    public async Task An_erasure_that_failed_is_done_by_a_retry_and_its_item_goes_with_it()
    {
        await Earned();
        var line = (await _campus.Erasures.Erase(OneInstitution.Id, "900100001", default))!;
        _campus.LoseMessages();
        await _campus.Failed.Handle(QueueNames.Badges, Envelope.Of("id", OneInstitution.Id, MessageKinds.Erase, line.Learner), default);

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
        await _campus.Failed.Handle(QueueNames.Completions, Envelope.Of("id", OneInstitution.Id, MessageKinds.Release, waiting), default);

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

    private Envelope About(string kind, StepName step) => Envelope.Of("id", kind, _campus.Award!.Id, step);
}
