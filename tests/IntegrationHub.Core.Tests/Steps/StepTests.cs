using System.Text.Json;
using IntegrationHub.Core.Attention;
using IntegrationHub.Core.Intake;
using IntegrationHub.Core.Messaging;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Steps;
using IntegrationHub.Testing.Pipeline;
using Shouldly;
using Xunit;

namespace IntegrationHub.Core.Tests.Steps;

public sealed class StepTests
{

    private readonly Campus _campus = new();

    [Fact]
    public async Task A_replay_of_what_is_done_does_nothing_again()
    {
        await _campus.Deliver(OneInstitution.Assessed(91));
        await _campus.Work();

        (await _campus.Steps.Replay(_campus.Award!.Id, StepName.Badge, default)).ShouldBeEmpty();
        await _campus.Send(Envelope.Of("id", new StepReplay(_campus.Award.Id, StepName.Badge)), null, default);
        await _campus.Work();

        _campus.Outside.Calls[ConnectionRole.Badges].ShouldBe(1);
    }

    [Fact]
    public async Task An_award_whose_transcript_ends_while_its_notices_are_sent_comes_to_rest_within_seconds()
    {
        _campus.Outside.SisConfirms = false;
        _campus.Outside.Before[ConnectionRole.Mail] = () =>
        {
            _campus.Outside.SisConfirms = true;
            _campus.Handle(Envelope.Of("a", new StepReplay(_campus.Award!.Id, StepName.Transcript))).GetAwaiter().GetResult();
            _campus.WorkOnce().GetAwaiter().GetResult().ShouldBeTrue();
            return null;
        };
        await _campus.Deliver(OneInstitution.Assessed(91));
        await _campus.Work();
        _campus.Award!.IsAtRest.ShouldBeTrue();

        await _campus.Pass(TimeSpan.FromSeconds(10));

        _campus.Storage.OpenAwards.ShouldBeEmpty();
        _campus.Outside.Mails.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_message_that_meets_a_live_claim_comes_again_when_the_claim_ends()
    {
        await _campus.Deliver(OneInstitution.Assessed(91));
        await _campus.WorkOnce();
        _campus.Outside.Before[ConnectionRole.Badges] = () => new WorkerDied();
        await WorkUntilDead();
        await Claim(StepName.Badge);
        var calls = _campus.Outside.Calls[ConnectionRole.Badges];
        _campus.Outside.Before.Clear();
        await _campus.Work();
        _campus.Outside.Calls[ConnectionRole.Badges].ShouldBe(calls);

        await _campus.Pass(_campus.Options.Claim + TimeSpan.FromSeconds(5));

        _campus.Award![StepName.Badge].State.ShouldBe(StepState.Done);
    }

    [Fact]
    public async Task A_mistake_in_the_hub_gives_the_claim_back_so_that_the_host_counts_it()
    {
        await _campus.Deliver(OneInstitution.Assessed(91));
        await _campus.WorkOnce();
        _campus.Outside.Before[ConnectionRole.Badges] = () => new InvalidCastException();
        var message = Envelope.Of("id", new StepDue(_campus.Award!.Id, StepName.Badge));

        await Should.ThrowAsync<InvalidCastException>(() => _campus.Handle(message));
        await Should.ThrowAsync<InvalidCastException>(() => _campus.Handle(message));

        _campus.Award[StepName.Badge].State.ShouldBe(StepState.Pending);
    }

    [Fact]
    public async Task Poison_becomes_a_failed_step_with_an_attention_item()
    {
        await _campus.Deliver(OneInstitution.Assessed(91));
        await _campus.WorkOnce();

        await _campus.Own(Envelope.Of("id", new StepDue(_campus.Award!.Id, StepName.Badge)));

        _campus.Award[StepName.Badge].State.ShouldBe(StepState.Failed);
        _campus.Attention.Single().Cause.ShouldBeOfType<StepFailed>();
    }

    [Fact]
    public async Task A_poisoned_delivery_can_be_taken_again_once_the_mistake_is_mended()
    {
        var delivery = PlainLms.Delivery([OneInstitution.Assessed(91)], _campus.Time.GetUtcNow());
        await _campus.Own(Envelope.Of("id", new DeliveryArrived(OneInstitution.Id, delivery)));
        var item = _campus.Attention.Single();
        item.Cause.ShouldBeOfType<MessageFailed>();

        (await _campus.Desk.Retry(OneInstitution.Id, item.Id, default)).ShouldBe(RetryVerdict.Sent);
        await _campus.Work();

        _campus.Award.ShouldNotBeNull();
        _campus.Attention.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_sweeper_starts_again_what_is_stuck_whatever_the_cause()
    {
        await _campus.Deliver(OneInstitution.Assessed(91));
        await _campus.WorkOnce();
        _campus.LoseMessages();
        await _campus.Pass(TimeSpan.FromMinutes(9));
        (await _campus.Sweeper.Sweep(default)).ShouldBe(0);

        await _campus.Pass(TimeSpan.FromMinutes(2));
        (await _campus.Sweeper.Sweep(default)).ShouldBe(2);
        await _campus.Work();

        _campus.Award!.Steps.ShouldAllBe(step => step.State == StepState.Done);
        _campus.Storage.OpenAwards.ShouldBeEmpty();
    }

    public static TheoryData<Exception> WhatOneAwardMayThrow =>
        [
            new IOException("A newer release wrote it."),
            new JsonException("It is damaged."),
            new InvalidOperationException("The storage refused it."),
        ];

    [Theory]
    [MemberData(nameof(WhatOneAwardMayThrow))]
    public async Task The_sweeper_goes_on_past_an_award_that_it_cannot_sweep_and_says_so(Exception failure)
    {
        var newer = new AwardId(new(OneInstitution.Id, "NEWER"), 0);
        (_campus.Storage.Unreadable, _campus.Storage.WhenUnreadable) = (newer.Dossier, () => failure);
        await _campus.Storage.Open(newer, _campus.Time.GetUtcNow(), default);
        await _campus.Deliver(OneInstitution.Assessed(91));
        await _campus.WorkOnce();
        _campus.LoseMessages();
        await _campus.Pass(TimeSpan.FromMinutes(11));

        (await Should.ThrowAsync<IOException>(() => _campus.Sweeper.Sweep(default))).Message.ShouldContain(failure.Message);
        await _campus.Work();

        _campus.Award!.Steps.ShouldAllBe(step => step.State == StepState.Done);
        _campus.Storage.OpenAwards.ShouldBe([newer]);
    }

    [Fact]
    public async Task A_notice_sent_by_a_worker_that_was_lost_is_repeated_with_the_same_id_and_counted()
    {
        await _campus.Deliver(OneInstitution.Assessed(91));
        await _campus.WorkOnce();
        await _campus.Handle(Envelope.Of("id", new StepDue(_campus.Award!.Id, StepName.Badge)));
        await Claim(StepName.Channel);
        await _campus.Outside.Post(
            null!,
            null!,
            new("lost", new("", ""), [], default, new("https://hub.example.ca"), new("", "")),
            default);
        await _campus.Pass(_campus.Options.Claim + TimeSpan.FromMinutes(15));
        await _campus.Sweeper.Sweep(default);
        await _campus.Work();

        _campus.Award[StepName.Channel].State.ShouldBe(StepState.Done);
        _campus.Outside.Cards[^1].Id.ShouldBe($"{_campus.Award.Id}/channel");
        _campus.Dossier.Timeline.ShouldContain(entry => entry.Event == TimelineEvent.Repeated && entry.Step == StepName.Channel);
    }

    private async Task WorkUntilDead()
    {
        for (var message = 0; message < 3; message++)
        {
            try
            {
                await _campus.WorkOnce();
            }
            catch (WorkerDied)
            {
                await _campus.Send(Envelope.Of("id", new StepDue(_campus.Award!.Id, StepName.Badge)), null, default);
                return;
            }
        }
    }

    /// <summary>A worker claims a step and is heard of no more.</summary>
    private async Task Claim(StepName name)
    {
        var now = _campus.Time.GetUtcNow();
        var step = _campus.Award![name];
        await _campus.Storage.Save(
            _campus.Award.Id,
            [step with { State = StepState.Running, Attempts = step.Attempts + 1, Updated = now, Until = now + _campus.Options.Claim }],
            [],
            default);
    }
}
