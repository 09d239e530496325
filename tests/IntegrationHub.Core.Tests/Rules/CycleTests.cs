using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.MicroCredentials;
using Shouldly;
using Xunit;

namespace IntegrationHub.Core.Tests.Rules;

/// <summary>Where one cycle ends and the next begins, to the moment.</summary>
public sealed class CycleTests
{
    private static readonly MicroCredential Renewable = Facing.Entry with { Validity = new(2), RenewalDays = 30 };

    private static readonly MicroCredential OneOfTwo = Facing.Entry with
    {
        Assessment = null,
        Offerings = [],
        Stacks = [new(StackMeasure.Count, 1, [new(["a"]), new(["b"])])],
    };

    [Theory]
    [InlineData(29, 1)]
    [InlineData(30, 2)]
    public void From_the_opening_of_the_renewal_a_fresh_attempt_renews(int day, int awards)
    {
        new Facing(Renewable).Graded(1, 85).Graded(day, 90).Verdict.Awards.Count.ShouldBe(awards);
        new Facing(Renewable).Scored(1, 85).Scored(day, 90).Verdict.Awards.Count.ShouldBe(awards);
    }

    [Theory]
    [InlineData(29, 1)]
    [InlineData(30, 2)]
    public void From_the_opening_of_the_renewal_a_fresh_part_renews(int day, int awards)
    {
        var earned = new Facing(OneOfTwo with { Validity = new(2), RenewalDays = 30 })
            .Holds(1, "a")
            .Holds(day, "b")
            .Says(3, ActKind.Waive)
            .Verdict.Awards;
        earned.Count.ShouldBe(awards);
        earned.ShouldAllBe(award => award.State == AwardState.Valid && award.Today.Outcome == Outcome.Earned);
    }

    [Theory]
    [InlineData(5, false)]
    [InlineData(6, true)]
    public void After_a_revocation_only_what_came_later_is_news(int day, bool isNews)
    {
        var verdict = new Facing(OneOfTwo)
            .Holds(1, "a")
            .Holds(day, "b")
            .Says(3, ActKind.Waive)
            .Says(5, ActKind.Revoke, reason: "why")
            .Verdict;
        verdict
            .Awards.Select(earned => earned.State)
            .ShouldBe(isNews ? [AwardState.Revoked, AwardState.AwaitingApproval] : [AwardState.Revoked]);
        verdict.IsOpen.ShouldBeFalse();
        verdict.Awards[0].Today.Outcome.ShouldBe(Outcome.Earned);
    }

    [Fact]
    public void What_is_earned_is_closed_and_a_failure_after_a_revocation_opens_the_next_cycle()
    {
        new Facing().Graded(1, 85).Verdict.IsOpen.ShouldBeFalse();
        new Facing().Graded(1, 60).Verdict.IsOpen.ShouldBeTrue();
        var revoked = new Facing().Graded(1, 85).Says(2, ActKind.Revoke, reason: "why");
        (revoked.Verdict.IsOpen, revoked.Now.Outcome).ShouldBe((false, Outcome.Earned));
        revoked.Voided(3, of: 99);
        revoked.Verdict.IsOpen.ShouldBeFalse();
        revoked.Graded(4, 60);
        (revoked.Verdict.IsOpen, revoked.Now.Outcome).ShouldBe((true, Outcome.NotYet));
    }

    [Fact]
    public void After_several_erasures_the_cycle_after_the_last_begins() =>
        new Facing().Says(1, ActKind.Erased, cycle: 2).Says(2, ActKind.Erased, cycle: 0).Graded(5, 85).Only.Cycle.ShouldBe(3);

    [Fact]
    public void Before_the_renewal_opens_a_revocation_makes_later_attempts_fresh()
    {
        var awards = new Facing(Renewable).Graded(1, 85).Says(5, ActKind.Revoke, reason: "why").Graded(10, 90).Verdict.Awards;
        awards
            .Select(earned => (earned.State, earned.At))
            .ShouldBe([(AwardState.Revoked, Facing.Day(1)), (AwardState.AwaitingApproval, Facing.Day(10))]);
    }

    [Fact]
    public void A_revocation_at_the_very_opening_leaves_the_renewal_its_attempt() =>
        new Facing(Renewable).Graded(1, 85).Graded(30, 90).Says(30, ActKind.Revoke, reason: "why").Verdict.Awards.Count.ShouldBe(2);

    [Fact]
    public void After_a_revocation_credit_is_granted_anew()
    {
        var entry = Facing.Entry with { Summary = Facing.Entry.Summary with { Credits = 2 } };
        new Facing(entry)
            .Graded(1, 85)
            .Says(2, ActKind.Revoke, reason: "why")
            .Graded(3, 90)
            .Verdict.Awards.Select(earned => earned.Decision.Credits)
            .ShouldBe([2m, 2m]);
        new Facing(entry with { Approval = new(new HashSet<ApprovalReason> { ApprovalReason.Always }) })
            .Graded(1, 85)
            .Says(2, ActKind.Decline, reason: "no")
            .Graded(3, 90)
            .Verdict.Awards.Select(earned => earned.Decision.Credits)
            .ShouldBe([2m, 2m]);
    }

    [Fact]
    public void A_renewal_of_what_granted_no_credit_grants_what_its_version_grants()
    {
        var entry = Renewable with
        {
            Version = 4,
            Since = Facing.Date(20),
            Summary = Renewable.Summary with { Credits = 2 },
            Earlier = [Renewable],
        };
        new Facing(entry).Graded(1, 85).Graded(40, 90).Verdict.Awards.Select(earned => earned.Decision.Credits).ShouldBe([0m, 2m]);
    }

    [Theory]
    [InlineData(ActKind.Uphold, 0, 2)]
    [InlineData(ActKind.MoveAway, 1, 2)]
    [InlineData(ActKind.MoveAway, 0, 1)]
    public void Only_what_is_moved_away_of_this_cycle_leaves_it(ActKind kind, int cycle, int attempts)
    {
        var facing = new Facing().Graded(1, 60).Says(2, kind, cycle, "other learner").Graded(3, 85);
        facing.Only.Decision.Attempts.ShouldBe(attempts);
        facing.Says(4, ActKind.Suspend, reason: "why").Only.State.ShouldBe(AwardState.Suspended);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void What_was_reported_up_to_the_move_is_gone(int day)
    {
        var verdict = new Facing().Graded(day, 60).Says(2, ActKind.MoveAway, reason: "other learner").Verdict;
        (verdict.Awards.Count, verdict.IsOpen, verdict.Now.Attempts).ShouldBe((0, true, 0));
    }

    [Fact]
    public void What_was_earned_at_the_moment_of_the_move_is_revoked() =>
        new Facing().Graded(3, 85).Says(3, ActKind.MoveAway, reason: "other learner").States.ShouldBe([AwardState.Revoked]);
}
