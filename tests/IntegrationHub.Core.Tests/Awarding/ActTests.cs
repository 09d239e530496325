using IntegrationHub.Core.Attention;
using IntegrationHub.Core.Awarding;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Testing.Pipeline;
using Shouldly;
using Xunit;

namespace IntegrationHub.Core.Tests.Awarding;

/// <summary>What people decide is carried through to the record, the badge, the channel and the learner.</summary>
public sealed class ActTests
{
    private readonly Campus _campus = new();

    [Fact]
    public async Task A_revocation_takes_back_the_entry_and_the_badge_and_tells_everybody_once()
    {
        await Earn();
        (await Say(ActKind.Revoke, "wrong section")).ShouldBe(ActVerdict.Accepted);

        (_campus.Award!.State, _campus.Award.Reason).ShouldBe((AwardState.Revoked, "wrong section"));
        _campus.Award.Steps.ShouldAllBe(step => step.State == StepState.Done && step.Goal == CredentialStatus.Revoked);
        _campus.Outside.Entries.Values.ShouldBe([0]);
        _campus.Outside.Changes.ShouldHaveSingleItem().To.ShouldBe(CredentialStatus.Revoked);
        _campus.Outside.Mails.Count.ShouldBe(2);
        _campus.Outside.Mails[^1].Paragraphs.ShouldContain(paragraph => paragraph.Contains("wrong section"));
        _campus.Outside.Cards.Count.ShouldBe(2);
        Timeline.State(_campus.Dossier.Timeline).ShouldBe(AwardState.Revoked);
        _campus.Dossier.Timeline.ShouldNotContain(entry => entry.Event == TimelineEvent.Repeated);
        _campus.Storage.OpenAwards.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_suspension_leaves_the_record_alone_and_is_lifted_again()
    {
        await Earn();
        await Say(ActKind.Suspend, "under review");
        _campus.Outside.Entries.Values.ShouldBe([1]);
        _campus.Outside.Changes[^1].To.ShouldBe(CredentialStatus.Suspended);

        await Say(ActKind.Uphold);
        _campus.Award!.State.ShouldBe(AwardState.Valid);
        _campus.Outside.Changes[^1].To.ShouldBe(CredentialStatus.Valid);
        _campus.Outside.Mails.Select(mail => mail.Id).Distinct().Count().ShouldBe(3);
    }

    [Fact]
    public async Task What_was_revoked_is_awarded_again_as_the_next_cycle()
    {
        await Earn();
        var id = _campus.Award!.Id;
        await Say(ActKind.Revoke, "mistake");
        _campus.Time.SetUtcNow(_campus.Time.GetUtcNow().AddMinutes(1));
        (await _campus.Awards.Decide(id, ActKind.Reaward, "mistake mended", default)).ShouldBe(ActVerdict.Accepted);
        await _campus.Work();

        var awards = _campus.Dossier.Awards;
        awards.Select(award => (award.Id.Cycle, award.State)).ShouldBe([(0, AwardState.Revoked), (1, AwardState.Valid)]);
        awards[1].Steps.ShouldAllBe(step => step.State == StepState.Done);
        (await _campus.Awards.Decide(id, ActKind.Reaward, "again", default)).ShouldBe(ActVerdict.Already);
    }

    [Fact]
    public async Task A_revocation_while_the_register_is_down_waits_and_is_done_in_the_end()
    {
        await Earn();
        var isDown = true;
        _campus.Outside.Before[ConnectionRole.Sis] = () =>
            isDown
                ? new IntegrationHub.Core.Failures.OutsideException(IntegrationHub.Core.Failures.OutsideFault.Unavailable, "down")
                : null;
        await Say(ActKind.Revoke, "mistake");
        _campus.Award![StepName.Transcript].State.ShouldBe(StepState.Waiting);
        _campus.Award[StepName.Badge].State.ShouldBe(StepState.Done);

        isDown = false;
        await _campus.Pass(TimeSpan.FromHours(2));
        _campus.Outside.Entries.Values.ShouldBe([0]);
        _campus.Award![StepName.Transcript].State.ShouldBe(StepState.Done);
    }

    [Fact]
    public async Task A_third_attempt_waits_for_a_person_and_nothing_is_written_before()
    {
        await Earn(percent: 40, "a");
        await Earn(percent: 50, "b");
        await Earn(percent: 90, "c");

        _campus.Award!.State.ShouldBe(AwardState.AwaitingApproval);
        _campus.Outside.Entries.ShouldBeEmpty();
        _campus.Attention.ShouldContain(item => item.Cause is ApprovalNeeded);
        _campus.Storage.OpenAwards.ShouldBeEmpty();

        await Say(ActKind.Approve);
        _campus.Award!.State.ShouldBe(AwardState.Valid);
        _campus.Award.Steps.ShouldAllBe(step => step.State == StepState.Done);
        _campus.Attention.ShouldNotContain(item => item.Cause is ApprovalNeeded);
    }

    [Fact]
    public async Task A_declined_award_is_never_written()
    {
        await Earn(percent: 40, "a");
        await Earn(percent: 50, "b");
        await Earn(percent: 90, "c");
        await Say(ActKind.Decline, "the third attempt was not granted");

        _campus.Award!.State.ShouldBe(AwardState.Declined);
        _campus.Outside.Entries.ShouldBeEmpty();
        _campus.Outside.Badges.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_award_of_the_wrong_learner_is_moved()
    {
        await Earn();
        (await _campus.Awards.Move(_campus.Award!.Id, "900100002", "numbers mixed up", default)).ShouldBe(ActVerdict.Accepted);
        await _campus.Work();

        var (from, to) = (
            _campus.Storage.All.Single(dossier => dossier.Acts.Count > 0),
            _campus.Storage.All.Single(dossier => dossier.Acts.Count == 0));
        from.Awards.ShouldHaveSingleItem().State.ShouldBe(AwardState.Revoked);
        to.Awards.ShouldHaveSingleItem().State.ShouldBe(AwardState.Valid);
        to.Evidence.Select(item => item.EventId).ShouldBe(from.Evidence.Select(item => item.EventId));
    }

    [Fact]
    public async Task What_came_after_the_move_was_decided_stays_where_it_was_sent()
    {
        await Earn();
        await _campus.Awards.Move(_campus.Award!.Id, "900100002", "numbers mixed up", default);
        var move = _campus.Take();
        await _campus.Deliver(OneInstitution.Assessed(88, "later") with { At = _campus.Time.GetUtcNow().AddTicks(1) });
        await _campus.Work();
        await _campus.Handle(move.Envelope);
        await _campus.Work();

        _campus.Storage.All.Single(dossier => dossier.Acts.Count == 0).Evidence.ShouldHaveSingleItem().EventId.ShouldBe("event-first");
    }

    [Fact]
    public async Task A_move_whose_worker_was_lost_between_the_two_dossiers_is_done_again_and_once()
    {
        await Earn();
        await _campus.Awards.Move(_campus.Award!.Id, "900100002", "numbers mixed up", default);
        var move = _campus.Take();
        await _campus.Handle(move.Envelope);
        await _campus.Handle(move.Envelope);
        await _campus.Work();

        _campus
            .Storage.All.SelectMany(dossier => dossier.Awards)
            .Select(award => award.State)
            .Order()
            .ShouldBe([AwardState.Valid, AwardState.Revoked]);
        _campus.Storage.All.Single(dossier => dossier.Acts.Count > 0).Acts.ShouldHaveSingleItem().Kind.ShouldBe(ActKind.MoveAway);
    }

    [Fact]
    public async Task A_learner_kept_twice_becomes_one()
    {
        await Earn();
        var (verdict, moved) = await _campus.Awards.Merge(OneInstitution.Id, "900100001", "900100002", default);
        await _campus.Work();

        (verdict, moved).ShouldBe((ActVerdict.Accepted, 1));
        _campus
            .Storage.All.SelectMany(dossier => dossier.Awards)
            .Select(award => award.State)
            .Order()
            .ShouldBe([AwardState.Valid, AwardState.Revoked]);
        await Earn(percent: 95, "later");
        _campus.Storage.All.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData(ActKind.Approve, null, ActVerdict.NotNow)]
    [InlineData(ActKind.Reaward, "x", ActVerdict.NotNow)]
    [InlineData(ActKind.Revoke, "  ", ActVerdict.ReasonMissing)]
    public async Task What_does_not_apply_is_refused(ActKind kind, string? reason, ActVerdict verdict)
    {
        await Earn();
        (await Say(kind, reason)).ShouldBe(verdict);
        _campus.Waiting.ShouldBe(0);
    }

    [Fact]
    public async Task What_stands_is_upheld_once_and_the_story_says_so()
    {
        await Earn();
        (await Say(ActKind.Uphold, "an exception of the dean")).ShouldBe(ActVerdict.Accepted);
        await _campus.Work();

        (await Say(ActKind.Uphold, null)).ShouldBe(ActVerdict.Already);
        (_campus.Award!.State, _campus.Award.ByAPerson).ShouldBe((AwardState.Valid, true));
        _campus.Dossier.Timeline.ShouldContain(entry => entry.Event == TimelineEvent.Upheld && entry.Detail == "an exception of the dean");
    }

    [Fact]
    public async Task A_learner_who_did_not_pass_is_told_once_what_is_left()
    {
        var failed = OneInstitution.Assessed(60, "failed", attempt: "1");
        await _campus.Deliver(failed);
        await _campus.Deliver(failed);
        await _campus.Work();

        var mail = _campus.Outside.Mails.ShouldHaveSingleItem();
        mail.Subject.ShouldContain("Pas encore");
        mail.Paragraphs.ShouldContain(paragraph => paragraph.Contains("60") && paragraph.Contains("80"));
        mail.Paragraphs.ShouldContain("Il vous reste une tentative.");
    }

    [Fact]
    public async Task A_not_yet_that_has_become_untrue_is_not_sent()
    {
        _campus.Outside.Before[ConnectionRole.Mail] = () =>
            new IntegrationHub.Core.Failures.OutsideException(IntegrationHub.Core.Failures.OutsideFault.Unavailable, "down");
        await Earn(percent: 60, "1");
        _campus.Outside.Before.Clear();
        await Earn(percent: 90, "2");
        await _campus.Pass(TimeSpan.FromHours(2));

        _campus.Outside.Mails.ShouldHaveSingleItem().Subject.ShouldNotContain("Pas encore");
    }

    [Fact]
    public async Task A_message_that_failed_for_good_is_sent_again_by_a_person()
    {
        await Earn();
        await _campus.Awards.Decide(_campus.Award!.Id, ActKind.Suspend, "review", default);
        var word = _campus.Take();
        await _campus.Own(word.Envelope);
        var item = _campus.Attention.ShouldHaveSingleItem();

        (await _campus.Desk.Retry(OneInstitution.Id, item.Id, default)).ShouldBe(RetryVerdict.Sent);
        await _campus.Work();
        _campus.Award!.State.ShouldBe(AwardState.Suspended);
    }

    private async Task Earn(decimal percent = 85, string attempt = "first")
    {
        await _campus.Deliver(OneInstitution.Assessed(percent, $"event-{attempt}", minute: attempt[0] % 50, attempt: attempt));
        await _campus.Work();
    }

    private async Task<ActVerdict> Say(ActKind kind, string? reason = null)
    {
        _campus.Time.SetUtcNow(_campus.Time.GetUtcNow().AddMinutes(1));
        var verdict = await _campus.Awards.Decide(_campus.Award!.Id, kind, reason, default);
        await _campus.Work();
        return verdict;
    }
}
