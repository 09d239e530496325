using IntegrationHub.Core.Failures;
using IntegrationHub.Core.Learners;
using IntegrationHub.Core.Messaging;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Notices;
using IntegrationHub.Core.Steps;
using IntegrationHub.Testing.Pipeline;
using Shouldly;
using Xunit;

namespace IntegrationHub.Core.Tests.Notices;

/// <summary>The channel hears of what a person must settle, once; and of every award, whatever else goes wrong.</summary>
public sealed class AlertTests
{
    private readonly Campus _campus = new();

    private IEnumerable<ChannelNotice> Alerts => _campus.Outside.Cards.Where(card => card.Tone == NoticeTone.Attention);

    [Fact]
    public async Task A_new_item_is_one_card_however_often_it_comes()
    {
        await Stranger();
        await Stranger("event-2");

        var card = Alerts.ShouldHaveSingleItem();
        card.Id.ShouldBe($"{OneInstitution.Id}/{_campus.Attention.ShouldHaveSingleItem().Id}");
        card.Facts.Select(fact => fact.Value.En)
            .ShouldBe(["North Lake College", "lms", Core.Texts.Text.In("en", "attention.UnknownLearner.action")]);
        card.Facts.Select(fact => fact.Label.En).ShouldBe(["Institution", "Concerns", "Action needed"]);
        card.Title.ShouldBe(Core.Texts.Text.Both("attention.UnknownLearner.title"));
        card.Link.ShouldBe(new Uri("https://hub.example.ca/"));
        card.LinkLabel.Fr.ShouldBe("Ouvrir le carrefour");
    }

    [Fact]
    public async Task A_channel_that_does_not_answer_hears_of_it_later()
    {
        _campus.Outside.Before[ConnectionRole.Channel] = () =>
            new OutsideException(OutsideFault.Throttled, "Too many.", TimeSpan.FromMinutes(30));
        await Stranger();
        Alerts.ShouldBeEmpty();

        _campus.Outside.Before.Clear();
        await _campus.Pass(TimeSpan.FromMinutes(29));
        Alerts.ShouldBeEmpty();
        await _campus.Pass(TimeSpan.FromMinutes(10));

        Alerts.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task After_three_days_nobody_waits_for_the_channel_any_more()
    {
        var calls = new List<DateTimeOffset>();
        _campus.Outside.Before[ConnectionRole.Channel] = () =>
        {
            calls.Add(_campus.Time.GetUtcNow());
            return new OutsideException(OutsideFault.Throttled, "Too many.");
        };
        await Stranger();
        await _campus.Pass(TimeSpan.FromDays(6));

        (calls[^1] - calls[0]).ShouldBeInRange(TimeSpan.FromHours(66), TimeSpan.FromHours(80));
        _campus.Waiting.ShouldBe(0);
        _campus.Attention.ShouldHaveSingleItem().Cause.ShouldBeOfType<UnknownLearner>();
    }

    [Fact]
    public async Task What_is_settled_before_its_turn_comes_is_no_card()
    {
        await _campus.Deliver(OneInstitution.Assessed(95) with { Learner = [] });
        await _campus.WorkOnce();
        await _campus.Storage.Settle(OneInstitution.Id, _campus.Attention.ShouldHaveSingleItem().Id, default);

        await _campus.Work();

        _campus.Outside.Cards.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_institution_without_a_channel_has_its_items_all_the_same()
    {
        var campus = new Campus(
            OneInstitution.Only with
            {
                Connections = OneInstitution.Only.Connections.Where(connection => connection.Key != ConnectionRole.Channel).ToDictionary(),
            });
        await campus.Deliver(OneInstitution.Assessed(95) with { Learner = [] });
        await campus.Work();

        campus.Attention.ShouldHaveSingleItem();
        campus.Outside.Cards.ShouldBeEmpty();
        campus.Waiting.ShouldBe(0);
    }

    [Fact]
    public async Task A_mistake_in_one_notice_holds_the_other_back_no_longer_than_itself()
    {
        var mistakes = 2;
        _campus.Outside.Before[ConnectionRole.Channel] = () => mistakes-- > 0 ? new InvalidCastException() : null;
        await _campus.Deliver(OneInstitution.Assessed(91));
        await _campus.Work();

        _campus.Outside.Mails.ShouldHaveSingleItem();
        _campus.Outside.Cards.ShouldHaveSingleItem();
        _campus.Award![StepName.Channel].State.ShouldBe(StepState.Done);
        _campus.Storage.OpenAwards.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_worker_that_is_told_to_stop_leaves_its_notice_to_the_next()
    {
        await _campus.Deliver(OneInstitution.Assessed(91));
        await _campus.WorkOnce();
        await _campus.Handle(Envelope.Of("id", new StepDue(_campus.Award!.Id, StepName.Badge)));
        _campus.LoseMessages();
        _campus.Outside.Before[ConnectionRole.Channel] = () => new OperationCanceledException();

        await Should.ThrowAsync<OperationCanceledException>(() =>
            _campus.Handle(Envelope.Of("id", new StepEnded(_campus.Award.Id, StepName.Badge))));

        _campus.Waiting.ShouldBe(0);
        _campus.Award[StepName.Channel].State.ShouldBe(StepState.Pending);
    }

    [Fact]
    public async Task The_end_of_a_step_of_no_award_is_a_mistake_that_the_host_counts() =>
        (
            await Should.ThrowAsync<FormatException>(() =>
                _campus.Handle(Envelope.Of("id", new StepEnded(new(DossierId.Of(OneInstitution.Id, "nobody", "x"), 0), StepName.Badge))))
        ).Message.ShouldStartWith("There is no award lacnord-");

    private async Task Stranger(string eventId = "event-1")
    {
        await _campus.Deliver(
            OneInstitution.Assessed(95, eventId) with
            {
                Learner = [new(IntegrationHub.Core.Model.Completions.LearnerReferenceKind.LmsId, "7777")],
            });
        await _campus.Work();
    }
}
