using CsCheck;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.MicroCredentials;
using IntegrationHub.Testing;
using Shouldly;
using Xunit;

namespace IntegrationHub.Core.Tests.Rules;

/// <summary>
/// What was issued, whatever the files say afterwards: approval gates only what is not issued, and a person's word outlives a policy.
/// </summary>
public sealed class IssuedTests
{
    private static readonly ApprovalReason[] Reasons = Enum.GetValues<ApprovalReason>();
    private static readonly ActKind[] Words =
    [
        ActKind.Approve,
        ActKind.Decline,
        ActKind.Uphold,
        ActKind.Suspend,
        ActKind.Revoke,
        ActKind.Reaward,
    ];

    /// <summary>Something that happens: a result, a person's word, or a change of the institution's file.</summary>
    private static readonly Gen<Func<Story, Story>> Happening = Gen.OneOf<Func<Story, Story>>(
        Gen.Select(Gen.Int[40, 100], Gen.Int[1, 4])
            .Select((percent, attempt) => (Func<Story, Story>)(story => story.Graded(percent, $"attempt-{attempt}"))),
        Gen.Int[0, Words.Length - 1].Select(word => (Func<Story, Story>)(story => story.Says(Words[word]))),
        Gen.Int[-1, Reasons.Length - 1].Select(reason => (Func<Story, Story>)(story => story.Asks(reason < 0 ? [] : [Reasons[reason]]))),
        Gen.Enum<OnContradiction>().Select(policy => (Func<Story, Story>)(story => story.OnContradiction(policy))),
        Gen.Int[0, FileChanges.All.Count - 1]
            .Select(at => FileChanges.All.Values.ElementAt(at))
            .Select(change => (Func<Story, Story>)(story => story.Changed(change))));

    public static TheoryData<ApprovalReason> AllReasons { get; } = [.. Reasons];

    [Theory]
    [MemberData(nameof(AllReasons))]
    public void What_was_issued_is_suspended_by_a_person_also_after_policy_asks_for_approval(ApprovalReason reason)
    {
        var story = new Story().Graded(90).Asks([reason]).Says(ActKind.Suspend);

        story.Award.State.ShouldBe(AwardState.Suspended);
        story
            .Award.Steps.Where(step => !step.IsUnwanted)
            .ShouldAllBe(step => step.Goal == IntegrationHub.Core.Model.Awards.CredentialStatus.Suspended);
        story.Says(ActKind.Uphold).Award.State.ShouldBe(AwardState.Valid);
    }

    [Theory]
    [MemberData(nameof(AllReasons))]
    public void What_was_issued_stays_issued_at_a_better_grade_after_policy_asks_for_approval(ApprovalReason reason)
    {
        var award = new Story().Graded(85, "attempt-1").Asks([reason]).Graded(96, "attempt-2").Graded(97, "attempt-3").Award;

        (award.State, award.IsHeld).ShouldBe((AwardState.Valid, false));
        award.Decision.Rules.ShouldAllBe(rule => rule.Verdict != RuleVerdict.Asks);
    }

    [Fact]
    public void Attempts_that_the_hub_hears_of_late_take_nothing_back()
    {
        var story = new Story()
            .Asks([ApprovalReason.OverAttempts])
            .Graded(85, "attempt-3", day: 30)
            .Graded(40, "attempt-1", day: 10)
            .Graded(50, "attempt-2", day: 20);

        story.Award.State.ShouldBe(AwardState.Valid);
        story.Award.Decision.Attempts.ShouldBe(3);
    }

    [Fact]
    public void What_waits_still_waits_and_is_let_go_where_policy_asks_no_more()
    {
        var story = new Story().Asks([ApprovalReason.Always]).Graded(85, "attempt-1").Graded(90, "attempt-2");
        (story.Award.State, story.Award.IsIssued).ShouldBe((AwardState.AwaitingApproval, false));

        story.Asks([]).Graded(95, "attempt-2").Award.State.ShouldBe(AwardState.Valid);
    }

    [Fact]
    public void What_a_person_approved_goes_on_saying_what_was_asked()
    {
        var award = new Story().Asks([ApprovalReason.CreditBearing]).Graded(85).Says(ActKind.Approve).Asks([]).Graded(95).Award;

        award.State.ShouldBe(AwardState.Valid);
        award.Decision.Rules.ShouldContain(rule =>
            rule.Verdict == RuleVerdict.Asks && rule.Subject == nameof(ApprovalReason.CreditBearing));
    }

    /// <summary>A release before this one let it fall back: the award waits, and steps were done.</summary>
    [Fact]
    public void What_fell_back_before_is_mended_by_the_next_news_of_it()
    {
        var story = new Story().Graded(85, "attempt-1").Begun().Asks([ApprovalReason.Always]).Falls(AwardState.AwaitingApproval);
        story.Award.IsIssued.ShouldBeTrue();

        story.Graded(86, "attempt-1").Award.State.ShouldBe(AwardState.Valid);
    }

    [Fact]
    public void What_was_declined_although_it_had_been_issued_is_taken_back()
    {
        var story = new Story().Graded(85).Begun().Asks([ApprovalReason.Always]).Falls(AwardState.AwaitingApproval).Says(ActKind.Decline);

        (story.Award.State, story.Award.ByAPerson, story.Award.Reason).ShouldBe((AwardState.Revoked, true, "why"));
        story.Award[StepName.Badge].Goal.ShouldBe(IntegrationHub.Core.Model.Awards.CredentialStatus.Revoked);
    }

    [Theory]
    [InlineData(ActKind.Uphold, AwardState.Valid)]
    [InlineData(ActKind.Suspend, AwardState.Suspended)]
    public void A_person_s_word_on_what_was_in_question_outlives_the_policy(ActKind word, AwardState state)
    {
        var story = new Story().Graded(85, "attempt-1").Graded(60, "attempt-1");
        story.Award.State.ShouldBe(AwardState.InQuestion);

        story.Says(word).OnContradiction(OnContradiction.Revoke).Graded(95, "attempt-2").Award.State.ShouldBe(state);
    }

    /// <summary>The registrar suspends for another reason; the regrade of that morning arrives at night.</summary>
    [Fact]
    public void A_word_said_before_the_hub_knew_of_the_contradiction_does_not_answer_it()
    {
        var story = new Story()
            .OnContradiction(OnContradiction.Revoke)
            .Graded(85, "attempt-1")
            .Waits(5)
            .Says(ActKind.Suspend)
            .Graded(60, "attempt-1", day: 3);
        story.Award.State.ShouldBe(AwardState.Revoked);

        story.Says(ActKind.Uphold).Award.State.ShouldBe(AwardState.Revoked, "a revocation is for good");
    }

    [Theory]
    [InlineData(OnContradiction.Ask, AwardState.InQuestion)]
    [InlineData(OnContradiction.Keep, AwardState.Valid)]
    [InlineData(OnContradiction.Suspend, AwardState.Suspended)]
    [InlineData(OnContradiction.Revoke, AwardState.Revoked)]
    public void What_speaks_against_an_award_is_judged_by_the_policy_that_it_was_issued_under(OnContradiction policy, AwardState state)
    {
        foreach (var later in Enum.GetValues<OnContradiction>())
            new Story()
                .OnContradiction(policy)
                .Graded(85, "attempt-1")
                .OnContradiction(later)
                .Graded(60, "attempt-1")
                .Graded(61, "attempt-1")
                .Award.State.ShouldBe(state, $"the policy became {later}");
    }

    [Theory]
    [InlineData(OnContradiction.Ask)]
    [InlineData(OnContradiction.Suspend)]
    [InlineData(OnContradiction.Revoke)]
    public void Of_what_speaks_against_an_award_after_a_person_upheld_it_a_person_is_asked_again(OnContradiction policy)
    {
        var story = new Story().OnContradiction(policy).Graded(85, "attempt-1").Says(ActKind.Uphold).Graded(50, "attempt-1");
        (story.Award.State, story.Award.IsAnswered).ShouldBe((AwardState.InQuestion, false));

        story.Says(ActKind.Uphold).Graded(95, "attempt-1").Graded(50, "attempt-1").Award.State.ShouldBe(AwardState.InQuestion);
    }

    [Fact]
    public void What_stands_can_be_upheld_before_anything_speaks_against_it()
    {
        var story = new Story().Graded(85, "attempt-1").Says(ActKind.Uphold);

        (story.Award.State, story.Award.ByAPerson).ShouldBe((AwardState.Valid, true));
        story.Dossier.Timeline.Select(entry => entry.Event).ShouldBe([TimelineEvent.Awarded, TimelineEvent.Upheld]);
    }

    [Theory]
    [InlineData(OnContradiction.Ask)]
    [InlineData(OnContradiction.Keep)]
    [InlineData(OnContradiction.Suspend)]
    public void What_a_person_suspended_stays_so_whatever_speaks_against_it(OnContradiction policy) =>
        new Story()
            .OnContradiction(policy)
            .Graded(85, "attempt-1")
            .Says(ActKind.Suspend)
            .Graded(60, "attempt-1")
            .Award.ShouldSatisfyAllConditions(
                award => award.State.ShouldBe(AwardState.Suspended),
                award => award.IsAnswered.ShouldBeFalse());

    /// <summary>The clock of an LMS may be ahead.</summary>
    [Fact]
    public void A_word_answers_what_was_known_though_it_bears_a_later_time() =>
        new Story()
            .Graded(85, "attempt-1")
            .Graded(60, "attempt-1", day: 40)
            .Says(ActKind.Uphold)
            .Award.ShouldSatisfyAllConditions(
                award => award.State.ShouldBe(AwardState.Valid),
                award => award.IsAnswered.ShouldBeTrue());

    [Fact]
    public void Whatever_happens_what_was_issued_never_waits_for_an_approval_and_is_never_declined() =>
        Happening.Array[1, 14].Holds(
            happenings =>
            {
                var story = new Story();
                foreach (var happening in happenings)
                {
                    var issued = story.Dossier.Awards.Where(award => award.State == AwardState.Valid).Select(award => award.Id).ToList();
                    story = happening(story);
                        story
                            .Dossier.Awards.Where(award => issued.Contains(award.Id))
                            .ShouldAllBe(award => award.State != AwardState.AwaitingApproval && award.State != AwardState.Declined);
                    story.Dossier.Awards.ShouldAllBe(award => award.State != AwardState.Valid || award.IsIssued);
                }
            },
            tries: 2000);
}
