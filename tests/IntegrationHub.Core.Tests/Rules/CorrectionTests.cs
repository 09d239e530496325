using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.MicroCredentials;
using Shouldly;
using Xunit;

namespace IntegrationHub.Core.Tests.Rules;

/// <summary>Regrades, voided events, people's words, renewals: what becomes of an award.</summary>
public sealed class CorrectionTests
{
    [Fact]
    public void A_regrade_up_after_a_fail_awards() =>
        new Facing().Graded(1, 60, "first").Graded(2, 85, "first").Only.At.ShouldBe(Facing.Day(2));

    [Theory]
    [InlineData(OnContradiction.Ask, AwardState.InQuestion)]
    [InlineData(OnContradiction.Keep, AwardState.Valid)]
    [InlineData(OnContradiction.Suspend, AwardState.Suspended)]
    [InlineData(OnContradiction.Revoke, AwardState.Revoked)]
    public void A_regrade_below_the_threshold_goes_by_policy(OnContradiction policy, AwardState state) =>
        Regraded(policy).Only.State.ShouldBe(state);

    [Theory]
    [InlineData(OnContradiction.Ask)]
    [InlineData(OnContradiction.Suspend)]
    public void Graded_up_again_it_stands_again(OnContradiction policy) =>
        Regraded(policy).Graded(3, 90, "first").Only.State.ShouldBe(AwardState.Valid);

    [Fact]
    public void What_policy_revoked_is_awarded_again_by_a_later_pass()
    {
        var again = Regraded(OnContradiction.Revoke).Graded(3, 90, "first").Verdict.Awards;
        again.Select(earned => earned.State).ShouldBe([AwardState.Revoked, AwardState.Valid]);
        again[1].Renews.ShouldBeNull();
    }

    [Theory]
    [InlineData(null, AwardState.AwaitingApproval)]
    [InlineData(2, AwardState.Revoked)]
    [InlineData(4, AwardState.Valid)]
    public void What_a_person_approved_is_revoked_by_policy_only_for_what_speaks_against_it_afterwards(int? approved, AwardState state)
    {
        var facing = new Facing(
            Facing.Entry with
            {
                Approval = new(new HashSet<ApprovalReason> { ApprovalReason.Always }),
            },
            new() { OnContradiction = OnContradiction.Revoke })
            .Graded(1, 85, "first")
            .Graded(3, 60, "first");
        (approved is { } day ? facing.Says(day, ActKind.Approve) : facing).Only.State.ShouldBe(state);
    }

    [Fact]
    public void A_person_upholds_what_is_in_question() =>
        Regraded(OnContradiction.Ask).Says(3, ActKind.Uphold).Only.State.ShouldBe(AwardState.Valid);

    [Fact]
    public void A_word_from_before_the_regrade_does_not_answer_it() =>
        Regraded(OnContradiction.Ask).Says(1, ActKind.Uphold).Only.State.ShouldBe(AwardState.InQuestion);

    [Fact]
    public void A_voided_event_is_as_if_it_had_not_been() =>
        new Facing().Graded(1, 85).Voided(2, of: 1).Only.State.ShouldBe(AwardState.InQuestion);

    [Fact]
    public void A_fail_that_is_voided_leaves_the_other_attempt() =>
        new Facing(Facing.Entry with { Assessment = new(80, false) { Counts = AttemptChoice.Last } })
            .Graded(1, 85)
            .Graded(2, 40)
            .Voided(3, of: 2)
            .Only.State.ShouldBe(AwardState.Valid);

    [Fact]
    public void A_revocation_is_for_good_and_evidence_alone_never_brings_it_back()
    {
        var facing = new Facing().Graded(1, 85).Says(2, ActKind.Revoke, reason: "wrong section").Says(3, ActKind.Uphold);
        facing.States.ShouldBe([AwardState.Revoked]);
        facing.Only.Reason.ShouldBe("wrong section");
        facing.Graded(4, 90).States.ShouldBe([AwardState.Revoked, AwardState.AwaitingApproval]);
    }

    [Fact]
    public void A_person_awards_again_on_the_same_evidence()
    {
        var awards = new Facing()
            .Graded(1, 85)
            .Says(2, ActKind.Revoke, reason: "mistake")
            .Says(5, ActKind.Reaward, reason: "mistake mended")
            .Verdict.Awards;
        awards.Select(earned => earned.State).ShouldBe([AwardState.Revoked, AwardState.Valid]);
        (awards[1].At, awards[1].Decision.Percent).ShouldBe((Facing.Day(5), 85m));
    }

    [Fact]
    public void A_suspension_by_a_person_is_lifted_by_a_person()
    {
        new Facing().Graded(1, 85).Says(2, ActKind.Suspend, reason: "check").Only.State.ShouldBe(AwardState.Suspended);
        new Facing().Graded(1, 85).Says(2, ActKind.Suspend, reason: "check").Says(3, ActKind.Uphold).Only.State.ShouldBe(AwardState.Valid);
    }

    [Fact]
    public void What_was_declined_is_decided_anew_by_fresh_evidence()
    {
        var entry = Facing.Entry with { Approval = new(new HashSet<ApprovalReason> { ApprovalReason.Always }) };
        new Facing(entry)
            .Graded(1, 85)
            .Says(2, ActKind.Decline, reason: "no")
            .Graded(3, 95)
            .States.ShouldBe([AwardState.Declined, AwardState.AwaitingApproval]);
    }

    [Fact]
    public void Evidence_that_was_moved_away_counts_no_more()
    {
        new Facing().Graded(1, 85).Says(2, ActKind.MoveAway, reason: "other learner").States.ShouldBe([AwardState.Revoked]);
        var open = new Facing().Graded(1, 60).Says(2, ActKind.MoveAway, reason: "other learner").Graded(3, 85);
        open.Only.Cycle.ShouldBe(0);
        open.Only.At.ShouldBe(Facing.Day(3));
    }

    [Fact]
    public void A_fresh_assessment_in_the_renewal_window_renews_and_grants_no_credit_twice()
    {
        var awards = new Facing(Renewable).Graded(1, 85).Graded(300, 88).Graded(340, 90).Verdict.Awards;
        awards
            .Select(earned => (earned.Cycle, earned.At, earned.Renews))
            .ShouldBe([(0, Facing.Day(1), null), (1, Facing.Day(340), (int?)0)]);
        awards.Select(earned => earned.Decision.Credits).ShouldBe([2m, 0m]);
        awards[0].ValidUntil.ShouldBe(Facing.Day(1).AddMonths(12));
        awards.ShouldAllBe(earned => earned.State == AwardState.Valid);
    }

    [Fact]
    public void A_late_regrade_of_the_first_attempt_is_no_renewal() =>
        new Facing(Renewable).Graded(1, 85, "first").Graded(350, 90, "first").Verdict.Awards.Count.ShouldBe(1);

    [Fact]
    public void A_failed_renewal_leaves_what_was_earned()
    {
        var verdict = new Facing(Renewable).Graded(1, 85).Graded(350, 40).Verdict;
        verdict.Awards.ShouldHaveSingleItem().State.ShouldBe(AwardState.Valid);
        (verdict.IsOpen, verdict.Now.Outcome).ShouldBe((true, Outcome.NotYet));
    }

    [Fact]
    public void After_an_erasure_what_is_earned_begins_the_next_cycle() =>
        new Facing().Graded(5, 85).Says(3, ActKind.Erased, cycle: 0).Only.Cycle.ShouldBe(1);

    private static MicroCredential Renewable =>
        Facing.Entry with
        {
            Validity = new(12),
            RenewalDays = 60,
            Summary = Facing.Entry.Summary with { Credits = 2 },
        };

    private static Facing Regraded(OnContradiction policy) =>
        new Facing(policy: new() { OnContradiction = policy }).Graded(1, 85, "first").Graded(2, 60, "first");
}
