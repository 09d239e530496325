using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.MicroCredentials;
using Shouldly;
using Xunit;

namespace IntegrationHub.Core.Tests.Rules;

/// <summary>People's words: since when they hold, against what, and whose they are.</summary>
public sealed class WordTests
{
    private static readonly MicroCredential Asking = Facing.Entry with
    {
        Approval = new(new HashSet<ApprovalReason> { ApprovalReason.Always }),
    };

    [Fact]
    public void A_word_holds_since_it_was_said_by_the_person_who_said_it()
    {
        var approved = new Facing(Asking).Graded(1, 85).Says(2, ActKind.Approve).Only;
        (approved.State, approved.StateSince, approved.ByAPerson, approved.Reason).ShouldBe((AwardState.Valid, Facing.Day(2), true, null));
        var suspended = new Facing(Asking).Graded(1, 85).Says(2, ActKind.Approve).Says(3, ActKind.Suspend, reason: "check").Only;
        (suspended.State, suspended.StateSince, suspended.ByAPerson, suspended.Reason).ShouldBe(
            (AwardState.Suspended, Facing.Day(3), true, "check"));
        var upheld = new Facing().Graded(1, 85, "first").Graded(2, 60, "first").Says(3, ActKind.Uphold, reason: "read again").Only;
        (upheld.State, upheld.ByAPerson, upheld.Reason).ShouldBe((AwardState.Valid, true, null));
    }

    [Fact]
    public void A_word_at_the_moment_of_a_contradiction_answers_it() =>
        new Facing().Graded(1, 85, "first").Graded(2, 60, "first").Says(2, ActKind.Uphold).Only.State.ShouldBe(AwardState.Valid);

    [Fact]
    public void Awarding_again_answers_what_spoke_against_it_before()
    {
        var again = new Facing()
            .Graded(1, 85, "first")
            .Graded(2, 60, "first")
            .Says(3, ActKind.Revoke, reason: "why")
            .Says(4, ActKind.Reaward, reason: "appeal")
            .Verdict.Awards[1];
        (again.State, again.ByAPerson, again.StateSince).ShouldBe((AwardState.Valid, true, Facing.Day(4)));
        again.Decision.EventId.ShouldBe("act-4-Reaward");
    }

    [Fact]
    public void What_is_awarded_again_states_the_rules_that_were_met_and_the_person_s_word()
    {
        var again = new Facing(Asking)
            .Graded(1, 85)
            .Says(2, ActKind.Approve)
            .Says(3, ActKind.Revoke, reason: "why")
            .Says(4, ActKind.Reaward, reason: "appeal")
            .Verdict.Awards[1];
        again.Decision.Rules.Select(rule => rule.Rule).ShouldBe([RuleName.Threshold, RuleName.Attempts, RuleName.Reawarded]);
    }

    [Theory]
    [InlineData(2, 7, 0, null)]
    [InlineData(5, 7, 5, "act-5-Reaward")]
    [InlineData(5, 5, 5, "event-5")]
    [InlineData(7, 5, 5, "event-5")]
    public void What_was_revoked_is_awarded_again_by_whichever_comes_first(int word, int pass, int at, string? by)
    {
        var facing = new Facing().Graded(1, 85).Says(2, ActKind.Revoke, reason: "why").Says(word, ActKind.Reaward, reason: "appeal");
        var awards = (by is null ? facing : facing.Graded(pass, 90)).Verdict.Awards;
        awards.Skip(1).Select(earned => (earned.At, earned.Decision.EventId)).ShouldBe(by is null ? [] : [(Facing.Day(at), by)]);
    }

    [Fact]
    public void A_revocation_counts_from_the_earning_at_the_earliest()
    {
        new Facing().Says(1, ActKind.Revoke, reason: "why").Graded(3, 85).Only.StateSince.ShouldBe(Facing.Day(3));
        new Facing().Graded(3, 85).Says(5, ActKind.Revoke, reason: "why").Only.StateSince.ShouldBe(Facing.Day(5));
    }

    [Theory]
    [InlineData(2, true, 2)]
    [InlineData(3, true, 3)]
    [InlineData(4, false, 3)]
    public void Of_a_person_and_of_policy_the_earlier_revokes_and_at_once_the_person(int word, bool byAPerson, int since)
    {
        var revoked = new Facing(policy: new() { OnContradiction = OnContradiction.Revoke })
            .Graded(1, 85, "first")
            .Graded(3, 60, "first")
            .Says(word, ActKind.Revoke, reason: "why")
            .Verdict.Awards[0];
        (revoked.State, revoked.ByAPerson, revoked.StateSince).ShouldBe((AwardState.Revoked, byAPerson, Facing.Day(since)));
    }

    [Fact]
    public void What_comes_after_a_decline_is_fresh_also_where_it_is_revoked_besides() =>
        new Facing(Asking)
            .Graded(1, 85)
            .Says(3, ActKind.Decline, reason: "no")
            .Graded(4, 90)
            .Says(5, ActKind.Revoke, reason: "why")
            .Verdict.Awards.Count.ShouldBe(2);

    [Fact]
    public void A_later_result_that_passes_too_revokes_nothing() =>
        new Facing(policy: new() { OnContradiction = OnContradiction.Revoke })
            .Graded(1, 85)
            .Graded(2, 95)
            .Only.State.ShouldBe(AwardState.Valid);

    [Fact]
    public void What_a_person_approved_at_the_moment_of_a_contradiction_stands() =>
        new Facing(Asking, new() { OnContradiction = OnContradiction.Revoke })
            .Graded(1, 85, "first")
            .Graded(3, 60, "first")
            .Says(3, ActKind.Approve)
            .Only.State.ShouldBe(AwardState.Valid);
}
