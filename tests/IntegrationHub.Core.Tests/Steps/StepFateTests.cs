using IntegrationHub.Core.Attention;
using IntegrationHub.Core.Failures;
using IntegrationHub.Core.Messaging;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Outside;
using IntegrationHub.Core.Steps;
using IntegrationHub.Testing.Pipeline;
using Shouldly;
using Xunit;

namespace IntegrationHub.Core.Tests.Steps;

/// <summary>Steps that are early, late, put off, refused, confirmed or cut short: each goes on by itself, and none twice.</summary>
public sealed class StepFateTests
{
    private readonly Campus _campus = new();

    [Theory]
    [InlineData(StepState.Done)]
    [InlineData(StepState.Failed)]
    public async Task A_worker_that_was_lost_before_it_told_of_the_end_is_made_up_for_by_the_next(StepState end)
    {
        await Decided();
        await Write(StepName.Badge, step => step with { State = end });

        await Handle(StepName.Badge);

        if (end == StepState.Failed)
            _campus.Take().Envelope.Message.ShouldBeOfType<AlertDue>();
        var (queue, envelope) = _campus.Take();
        (queue, envelope.Message).ShouldBe((QueueNames.Notices, new StepEnded(_campus.Award!.Id, StepName.Badge)));
        _campus.Outside.Calls.ShouldNotContainKey(ConnectionRole.Badges);
    }

    [Fact]
    public async Task A_message_that_comes_before_its_time_does_nothing_and_two_seconds_before_is_soon_enough()
    {
        await Decided();
        await Write(StepName.Badge, step => step with { State = StepState.Waiting, Until = _campus.Time.GetUtcNow().AddMinutes(5) });

        await Handle(StepName.Badge);
        _campus.Outside.Badges.ShouldBeEmpty();

        _campus.Time.Advance(TimeSpan.FromMinutes(5) - TimeSpan.FromSeconds(2));
        await Handle(StepName.Badge);
        _campus.Outside.Badges.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_step_at_a_system_that_is_down_is_not_tried_and_says_what_it_waits_for()
    {
        await Decided();
        for (var failure = 0; failure < 3; failure++)
            await Should.ThrowAsync<OutsideException>(() =>
                _campus.Gateway.Call<bool>(
                    OneInstitution.Only,
                    OneInstitution.Only.Connections[ConnectionRole.Badges],
                    () => throw new OutsideException(OutsideFault.Unavailable, "down"),
                    default));

        await Handle(StepName.Badge);

        var step = _campus.Award![StepName.Badge];
        (step.State, step.Fault, step.Error, step.Attempts).ShouldBe(
            (StepState.Waiting, OutsideFault.Unavailable, "The double system does not answer.", 0));
        step.Until.ShouldBe(_campus.Time.GetUtcNow().AddSeconds(30));
        _campus.Outside.Calls.ShouldNotContainKey(ConnectionRole.Badges);
        await _campus.Pass(TimeSpan.FromMinutes(2));
        _campus.Award![StepName.Badge].State.ShouldBe(StepState.Done);
        _campus.Attention.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_replay_into_an_outage_is_open_again_so_that_the_sweeper_finds_it()
    {
        await Refused();
        _campus.Storage.OpenAwards.ShouldBeEmpty();
        _campus.Outside.Before[ConnectionRole.Badges] = () => new OutsideException(OutsideFault.Throttled, "Too many.");
        await _campus.Steps.Replay(_campus.Award!.Id, StepName.Badge, default);
        await _campus.Work();

        _campus.Storage.OpenAwards.ShouldHaveSingleItem();
        _campus.Attention.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_replay_begins_the_three_days_anew()
    {
        _campus.Outside.Before[ConnectionRole.Badges] = () => new OutsideException(OutsideFault.Throttled, "Too many.");
        await _campus.Deliver(OneInstitution.Assessed(91));
        await _campus.Pass(TimeSpan.FromHours(100));
        _campus.Award![StepName.Badge].State.ShouldBe(StepState.Failed);
        _campus.Award[StepName.Badge].Until.ShouldBeNull();

        await _campus.Steps.Replay(_campus.Award.Id, StepName.Badge, default);
        await _campus.Pass(TimeSpan.FromHours(60));

        _campus.Award[StepName.Badge].State.ShouldBe(StepState.Waiting);
    }

    [Fact]
    public async Task A_system_that_refuses_one_thing_is_not_down()
    {
        _campus.Outside.Before[ConnectionRole.Badges] = () => new OutsideException(OutsideFault.Unavailable, "down");
        await _campus.Deliver(OneInstitution.Assessed(91));
        await _campus.Pass(TimeSpan.FromMinutes(10));
        _campus.Attention.ShouldContain(item => item.Cause is SystemDown);
        _campus.Outside.Before[ConnectionRole.Badges] = () => new OutsideException(OutsideFault.Refused, "The badge class is gone.");
        await _campus.Pass(TimeSpan.FromHours(3));

        _campus.Attention.ShouldHaveSingleItem().Cause.ShouldBeOfType<StepFailed>();
    }

    [Fact]
    public async Task Each_try_that_failed_is_a_line_of_the_story_and_the_last_says_that_it_was_the_last()
    {
        _campus.Outside.Before[ConnectionRole.Badges] = () =>
            _campus.Outside.Calls[ConnectionRole.Badges] < 3
                ? new OutsideException(OutsideFault.Throttled, "Too many.")
                : new OutsideException(OutsideFault.Refused, "The badge class is gone.");
        await _campus.Deliver(OneInstitution.Assessed(91));
        await _campus.Pass(TimeSpan.FromHours(1));

        _campus
            .Dossier.Timeline.Where(entry => entry.Step == StepName.Badge)
            .Select(entry => $"{entry.Event} {entry.Detail}")
            .ShouldBe(["Postponed Too many.", "Postponed Too many.", "Failed The badge class is gone."]);
        var step = _campus.Award![StepName.Badge];
        (step.State, step.Attempts, step.Until, step.Fault, step.Error).ShouldBe(
            (StepState.Failed, 3, null, OutsideFault.Refused, "The badge class is gone."));
        _campus.Storage.OpenAwards.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(ConnectionRole.Channel)]
    [InlineData(ConnectionRole.Mail)]
    [InlineData(ConnectionRole.Sis)]
    public async Task The_last_step_closes_the_award_whichever_it_is_and_however_it_ends(ConnectionRole last)
    {
        foreach (var fault in new[] { OutsideFault.Throttled, OutsideFault.Refused })
        {
            var campus = new Campus();
            var calls = 0;
            campus.Outside.Before[last] = () =>
                ++calls == (last == ConnectionRole.Sis ? 2 : 1) ? new OutsideException(OutsideFault.Throttled, "Too many.")
                : fault == OutsideFault.Refused && calls > 1 && last != ConnectionRole.Channel
                    ? new OutsideException(OutsideFault.Refused, "No.")
                : null;
            await campus.Deliver(OneInstitution.Assessed(91));
            await campus.Work();
            campus.Storage.OpenAwards.ShouldHaveSingleItem();
            await campus.Pass(TimeSpan.FromHours(1));

            campus.Storage.OpenAwards.ShouldBeEmpty();
            campus.Waiting.ShouldBe(0);
        }
    }

    [Fact]
    public async Task A_submitted_entry_is_asked_for_after_as_long_again_as_has_passed_up_to_a_day()
    {
        _campus.Outside.SisConfirms = false;
        var calls = new List<DateTimeOffset>();
        _campus.Outside.After[ConnectionRole.Sis] = () =>
        {
            calls.Add(_campus.Time.GetUtcNow());
            return null;
        };
        await _campus.Deliver(OneInstitution.Assessed(91));
        var began = _campus.Time.GetUtcNow();
        await _campus.Pass(TimeSpan.FromDays(5));

        var asked = calls.Skip(1).ToList();
        asked
            .Zip(asked.Skip(1), (one, next) => (int)(next - one).TotalMinutes)
            .ShouldBe([15, 15, 30, 60, 120, 240, 480, 960, 1440, 1440, 1440]);
        var step = _campus.Award![StepName.Transcript];
        (step.State, step.Since, step.Until, step.Reference).ShouldBe(
            (StepState.Submitted, began, asked[^1].AddDays(1), $"entry-{_campus.Award.Id}"));
        step.Attempts.ShouldBe(1, "to ask changes nothing over there");

        _campus.Outside.SisConfirms = true;
        await _campus.Pass(TimeSpan.FromDays(1));
        _campus
            .Award![StepName.Transcript]
            .ShouldSatisfyAllConditions(
                done => done.State.ShouldBe(StepState.Done),
                done => done.Since.ShouldBeNull(),
                done => done.Until.ShouldBeNull());
    }

    [Fact]
    public async Task A_delivery_whose_worker_was_lost_after_writing_starts_the_steps_when_it_comes_again()
    {
        await Decided();
        await _campus.Deliver(OneInstitution.Assessed(91));
        await _campus.Work();

        _campus.Award!.Steps.ShouldAllBe(step => step.State == StepState.Done && step.Attempts == 1);
        _campus.Storage.OpenAwards.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_delivery_of_something_else_starts_what_had_stopped_too()
    {
        await Decided();
        await _campus.Deliver(OneInstitution.Assessed(95, "better", minute: 9));
        await _campus.Work();

        _campus.Award!.Steps.ShouldAllBe(step => step.State == StepState.Done);
    }

    [Fact]
    public async Task The_same_event_with_the_same_content_is_no_conflict()
    {
        for (var time = 0; time < 2; time++)
        {
            await _campus.Deliver(OneInstitution.Assessed(91) with { Digest = "same" });
            await _campus.Work();
        }

        _campus.Attention.ShouldBeEmpty();
        _campus.Dossier.Evidence.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_regrade_below_the_threshold_says_by_how_much()
    {
        await _campus.Deliver(OneInstitution.Assessed(82));
        await _campus.Work();
        await _campus.Deliver(OneInstitution.Assessed(60.5m, "second", minute: 2));
        await _campus.Work();

        _campus
            .Attention.ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(
                item => item.Detail.ShouldBe("60.5 % < 80 %"),
                item => item.Award.ShouldBe(_campus.Award!.Id),
                item => item.Source.ShouldBe("water-sampling"));
    }

    [Fact]
    public async Task Without_a_mailbox_a_not_yet_is_no_letter()
    {
        var campus = new Campus(
            OneInstitution.Only with
            {
                Connections = OneInstitution.Only.Connections.Where(connection => connection.Key != ConnectionRole.Mail).ToDictionary(),
            });
        await campus.Deliver(OneInstitution.Assessed(60));
        await campus.WorkOnce();

        campus.Waiting.ShouldBe(0);
    }

    [Fact]
    public async Task Who_passed_gets_no_not_yet()
    {
        await _campus.Deliver(OneInstitution.Assessed(91));
        await _campus.WorkOnce();
        while (_campus.Waiting > 0)
            _campus.Take().Envelope.Message.ShouldBeOfType<StepDue>();
    }

    [Fact]
    public async Task A_SIS_that_is_silent_for_hours_is_asked_ever_more_rarely()
    {
        _campus.Outside.Before[ConnectionRole.Sis] = () => new OutsideException(OutsideFault.Throttled, "Too many.");
        await _campus.Deliver(OneInstitution.Assessed(95));
        await _campus.Pass(TimeSpan.FromHours(8));

        _campus.Outside.Calls[ConnectionRole.Sis].ShouldBeLessThan(20);
        _campus.Attention.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_went_on_waits_no_longer_and_its_held_payload_is_dropped()
    {
        await _campus.Deliver(
            OneInstitution.Assessed(95) with
            {
                Learner = [new(IntegrationHub.Core.Model.Completions.LearnerReferenceKind.LmsId, "7777")],
            });
        await _campus.Work();
        var item = _campus.Attention.ShouldHaveSingleItem().Id;
        var held = (await _campus.Storage.Waiting(OneInstitution.Id, item, default).ToListAsync()).ShouldHaveSingleItem();
        (await _campus.Storage.Read(held.Payload, default)).ShouldNotBeNull();

        await _campus.Identities.Identify(OneInstitution.Id, item, "900100001", default);
        await _campus.Work();

        (await _campus.Storage.Waiting(OneInstitution.Id, item, default).ToListAsync()).ShouldBeEmpty();
        (await _campus.Storage.Read(held.Payload, default)).ShouldBeNull();
        _campus.Award.ShouldNotBeNull();
    }

    private async Task Refused()
    {
        _campus.Outside.Before[ConnectionRole.Badges] = () => new OutsideException(OutsideFault.Refused, "No.");
        await _campus.Deliver(OneInstitution.Assessed(91));
        await _campus.Work();
        _campus.Award![StepName.Badge].State.ShouldBe(StepState.Failed);
    }

    private async Task Decided()
    {
        await _campus.Deliver(OneInstitution.Assessed(91));
        await _campus.WorkOnce();
        _campus.LoseMessages();
    }

    private Task Handle(StepName name) => _campus.Handle(Envelope.Of("id", new StepDue(_campus.Award!.Id, name)));

    private async Task Write(StepName name, Func<Step, Step> change) =>
        (await _campus.Storage.Save(_campus.Award!.Id, [change(_campus.Award[name])], [], default)).ShouldNotBeNull();
}
