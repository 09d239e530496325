using IntegrationHub.Core.Attention;
using IntegrationHub.Core.Failures;
using IntegrationHub.Core.Messaging;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Outside;
using IntegrationHub.Core.Steps;
using IntegrationHub.Core.Tests.Badges;
using IntegrationHub.Testing.Pipeline;
using Shouldly;
using Xunit;

namespace IntegrationHub.Core.Tests.Outside;

public sealed class OutageTests
{
    private static readonly OutsideException Unavailable = new(OutsideFault.Unavailable, "The system answered 503.");
    private static readonly OutsideException Refused = new(OutsideFault.Refused, "The section is closed.");

    private readonly Campus _campus = new();

    [Fact]
    public async Task The_hub_as_issuer_is_held_to_no_pace()
    {
        var institution = new IssuingInstitution().Institution;
        for (var call = 0; call < 100; call++)
            (await _campus.Gateway.Reserve(institution, IssuingInstitution.Hub, default)).At.ShouldBe(_campus.Time.GetUtcNow());
    }

    [Fact]
    public async Task An_outage_of_the_SIS_holds_no_badge_back_and_is_no_poison()
    {
        _campus.Outside.Before[ConnectionRole.Sis] = AfterLookup(Unavailable);
        await _campus.Deliver(OneInstitution.Assessed(91));
        await _campus.Work();

        _campus.Award![StepName.Badge].State.ShouldBe(StepState.Done);
        _campus.Outside.Mails.Count.ShouldBe(1);
        _campus.Award[StepName.Transcript].ShouldSatisfyAllConditions(
            step => step.State.ShouldBe(StepState.Waiting),
            step => step.Error.ShouldBe("The system answered 503."),
            step => step.Until!.Value.ShouldBeGreaterThan(_campus.Time.GetUtcNow()));

        _campus.Outside.Before.Clear();
        await _campus.Pass(TimeSpan.FromMinutes(5));

        _campus.Award[StepName.Transcript].ShouldSatisfyAllConditions(
            step => step.State.ShouldBe(StepState.Done),
            step => step.Error.ShouldBeNull());
        _campus.Storage.OpenAwards.ShouldBeEmpty();
    }

    [Fact]
    public async Task Delays_double_and_after_72_hours_the_step_fails_with_an_attention_item()
    {
        var tries = new List<DateTimeOffset>();
        _campus.Outside.Before[ConnectionRole.Badges] = () =>
        {
            tries.Add(_campus.Time.GetUtcNow());
            return new OutsideException(OutsideFault.Throttled, "Too many.");
        };
        await _campus.Deliver(OneInstitution.Assessed(91));
        await _campus.Pass(TimeSpan.FromHours(100));

        var gaps = tries.Zip(tries.Skip(1), (one, next) => next - one).ToList();
        gaps[0].ShouldBeInRange(TimeSpan.FromSeconds(27), TimeSpan.FromSeconds(34));
        gaps.ShouldAllBe(gap => gap < TimeSpan.FromHours(6.7));
        (tries[^1] - tries[0]).ShouldBeGreaterThan(TimeSpan.FromHours(72));
        tries.Count.ShouldBeLessThan(40);
        _campus.Award![StepName.Badge].State.ShouldBe(StepState.Failed);
        _campus.Attention.Single().Cause.ShouldBeOfType<StepFailed>();
    }

    [Fact]
    public async Task Retry_After_is_obeyed()
    {
        var tries = new List<DateTimeOffset>();
        _campus.Outside.Before[ConnectionRole.Badges] = () =>
        {
            tries.Add(_campus.Time.GetUtcNow());
            return tries.Count == 1 ? new OutsideException(OutsideFault.Throttled, "Too many.", TimeSpan.FromMinutes(20)) : null;
        };
        await _campus.Deliver(OneInstitution.Assessed(91));
        await _campus.Pass(TimeSpan.FromHours(1));

        (tries[1] - tries[0]).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromMinutes(20));
    }

    [Fact]
    public async Task A_refusal_fails_the_step_at_once_and_a_person_can_replay_it_once_the_cause_is_gone()
    {
        _campus.Outside.Before[ConnectionRole.Sis] = AfterLookup(Refused);
        await _campus.Deliver(OneInstitution.Assessed(91));
        await _campus.Work();
        _campus.Award![StepName.Transcript].State.ShouldBe(StepState.Failed);
        _campus.Storage.OpenAwards.ShouldBeEmpty();
        _campus.Attention.Single().ShouldSatisfyAllConditions(
            item => item.Cause.ShouldBeOfType<StepFailed>(),
            item => item.Detail.ShouldBe("The section is closed."));
        _campus.Outside.Cards.Count(card => card.Tone == Core.Notices.NoticeTone.Attention).ShouldBe(1);

        _campus.Outside.Before.Clear();
        (await _campus.Steps.Replay(_campus.Award.Id, null, default)).ShouldBe([StepName.Transcript]);
        await _campus.Work();

        _campus.Award[StepName.Transcript].State.ShouldBe(StepState.Done);
        _campus.Attention.ShouldBeEmpty();
        _campus.Storage.OpenAwards.ShouldBeEmpty();
    }

    [Fact]
    public async Task When_a_system_is_down_its_steps_wait_behind_one_attention_item_which_goes_away_by_itself()
    {
        _campus.Outside.Before[ConnectionRole.Badges] = () => Unavailable;
        await _campus.Deliver(OneInstitution.Assessed(91));
        await _campus.Deliver(OneInstitution.Assessed(92, "event-2", "900100002"));
        await _campus.Pass(TimeSpan.FromHours(2));

        _campus.Attention.Single().ShouldSatisfyAllConditions(
            item => item.Cause.ShouldBeOfType<SystemDown>(),
            item => item.Source.ShouldBe(nameof(ConnectionRole.Badges)));
        _campus.Outside.Calls[ConnectionRole.Badges].ShouldBeLessThan(20);

        _campus.Outside.Before.Clear();
        await _campus.Pass(TimeSpan.FromHours(8));

        _campus.Attention.ShouldBeEmpty();
        _campus
            .Storage.All.SelectMany(dossier => dossier.Awards)
            .ShouldAllBe(award => award.Steps.All(step => step.State == StepState.Done));
    }

    [Fact]
    public async Task A_refused_credential_is_told_apart_from_an_outage_and_goes_away_once_it_is_renewed()
    {
        _campus.Outside.Before[ConnectionRole.Badges] = () => new OutsideException(OutsideFault.Unauthorised, "The token has ended.");
        await _campus.Deliver(OneInstitution.Assessed(91));
        await _campus.Pass(TimeSpan.FromHours(2));
        _campus.Attention.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            item => item.Cause.ShouldBeOfType<CredentialRefused>(),
            item => item.Source.ShouldBe(nameof(ConnectionRole.Badges)),
            item => item.Detail.ShouldBe("The token has ended."));

        _campus.Outside.Before.Clear();
        await _campus.Pass(TimeSpan.FromHours(8));

        _campus.Attention.ShouldBeEmpty();
        _campus.Award![StepName.Badge].State.ShouldBe(StepState.Done);
    }

    [Fact]
    public async Task Submitted_is_not_recorded_until_the_SIS_says_so()
    {
        _campus.Outside.SisConfirms = false;
        await _campus.Deliver(OneInstitution.Assessed(91));
        await _campus.Pass(TimeSpan.FromDays(10));
        _campus.Award![StepName.Transcript].State.ShouldBe(StepState.Submitted);
        _campus.Storage.OpenAwards.Count.ShouldBe(1);
        _campus.Dossier.Timeline.Count(entry => entry.Event == TimelineEvent.Submitted).ShouldBe(1);

        _campus.Outside.SisConfirms = true;
        await _campus.Pass(TimeSpan.FromDays(2));

        _campus.Award[StepName.Transcript].State.ShouldBe(StepState.Done);
        _campus.Outside.Entries.Values.ShouldBe([1]);
        _campus.Storage.OpenAwards.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_outage_long_after_submission_does_not_fail_the_step()
    {
        _campus.Outside.SisConfirms = false;
        await _campus.Deliver(OneInstitution.Assessed(91));
        await _campus.Pass(TimeSpan.FromDays(10));
        _campus.Outside.Before[ConnectionRole.Sis] = () => Unavailable;
        await _campus.Pass(TimeSpan.FromDays(2));

        _campus.Award![StepName.Transcript].State.ShouldBe(StepState.Waiting);
    }

    [Fact]
    public async Task A_lost_answer_writes_nothing_twice()
    {
        var lost = 1;
        _campus.Outside.After[ConnectionRole.Sis] = () => lost-- == 0 ? Unavailable : null;
        _campus.Outside.After[ConnectionRole.Badges] = () => _campus.Outside.Calls[ConnectionRole.Badges] == 1 ? Unavailable : null;
        await _campus.Deliver(OneInstitution.Assessed(91));
        await _campus.Pass(TimeSpan.FromMinutes(10));

        _campus.Award!.Steps.ShouldAllBe(step => step.State == StepState.Done);
        _campus.Outside.Entries.Values.ShouldBe([1]);
        _campus.Outside.Badges.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_long_outage_breeds_no_messages_however_often_the_sweeper_comes()
    {
        _campus.Outside.Before[ConnectionRole.Badges] = () => Unavailable;
        await _campus.Deliver(OneInstitution.Assessed(91));
        for (var minute = 0; minute < 300; minute++)
        {
            await _campus.Pass(TimeSpan.FromMinutes(1));
            await _campus.Sweeper.Sweep(default);
        }

        _campus.Waiting.ShouldBeLessThanOrEqualTo(3);
    }

    [Fact]
    public async Task A_step_that_failed_and_was_replayed_into_an_outage_leaves_no_item_behind()
    {
        _campus.Outside.Before[ConnectionRole.Badges] = () => Refused;
        await _campus.Deliver(OneInstitution.Assessed(91));
        await _campus.Work();
        _campus.Outside.Before[ConnectionRole.Badges] = () => Unavailable;
        await _campus.Steps.Replay(_campus.Award!.Id, StepName.Badge, default);
        await _campus.Work();
        _campus.Outside.Before.Clear();
        await _campus.Pass(TimeSpan.FromHours(1));

        _campus.Award[StepName.Badge].State.ShouldBe(StepState.Done);
        _campus.Attention.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_channel_that_refuses_alerts_is_one_item_and_not_an_endless_chain()
    {
        _campus.Outside.Before[ConnectionRole.Channel] = () => Refused;
        _campus.Outside.Before[ConnectionRole.Sis] = AfterLookup(Refused);
        await _campus.Deliver(OneInstitution.Assessed(91));
        await _campus.Pass(TimeSpan.FromHours(1));

        _campus.Attention.Count(item => item.Cause is MessageFailed).ShouldBe(1);
        _campus.Attention.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Work_that_outlasts_its_claim_is_given_up_as_an_outage()
    {
        _campus.Outside.Before[ConnectionRole.Badges] = () => new OperationCanceledException();
        await _campus.Deliver(OneInstitution.Assessed(91));
        await _campus.WorkOnce();
        var message = Envelope.Of("id", new StepDue(_campus.Award!.Id, StepName.Badge));
        _campus.Outside.Before[ConnectionRole.Badges] = () =>
        {
            _campus.Time.Advance(_campus.Options.Claim * 0.95);
            return new OperationCanceledException();
        };

        await _campus.Handle(message);

        _campus.Award[StepName.Badge].ShouldSatisfyAllConditions(
            step => step.State.ShouldBe(StepState.Waiting),
            step => step.Error.ShouldBe("The double system did not respond in time."));
    }

    /// <summary>Lets the SIS find the person and throw at all that follows.</summary>
    private Func<Exception?> AfterLookup(Exception failure) =>
        () => _campus.Outside.Calls[ConnectionRole.Sis] == 1 ? null : failure;
}
