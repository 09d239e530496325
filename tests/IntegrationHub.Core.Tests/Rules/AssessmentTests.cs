using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.MicroCredentials;
using Shouldly;
using Xunit;

namespace IntegrationHub.Core.Tests.Rules;

/// <summary>Mastery shown by assessment: which attempt counts, in what form, on which days.</summary>
public sealed class AssessmentTests
{
    [Theory]
    [InlineData(AttemptChoice.Best, 60, 85, Outcome.Earned)]
    [InlineData(AttemptChoice.Best, 85, 60, Outcome.Earned)]
    [InlineData(AttemptChoice.Last, 60, 85, Outcome.Earned)]
    [InlineData(AttemptChoice.First, 60, 85, Outcome.NotYet)]
    [InlineData(AttemptChoice.First, 85, 60, Outcome.Earned)]
    public void The_best_the_last_or_the_first_attempt_counts(AttemptChoice counts, int first, int second, Outcome outcome) =>
        new Facing(With(assessment => assessment with { Counts = counts }))
            .Graded(1, first)
            .Graded(2, second)
            .Now.Outcome.ShouldBe(outcome);

    [Fact]
    public void Where_the_last_attempt_counts_a_worse_one_speaks_against_the_award() =>
        new Facing(With(assessment => assessment with { Counts = AttemptChoice.Last }))
            .Graded(1, 85)
            .Graded(2, 60)
            .Only.State.ShouldBe(AwardState.InQuestion);

    [Theory]
    [InlineData("B", Outcome.Earned)]
    [InlineData("b ", Outcome.Earned)]
    [InlineData("C", Outcome.NotYet)]
    public void A_letter_passes_if_the_entry_names_it(string letter, Outcome outcome) =>
        new Facing(With(assessment => assessment with { PassingLetters = ["A", "B"] })).Lettered(1, letter).Now.Outcome.ShouldBe(outcome);

    [Fact]
    public void A_letter_without_a_scale_is_no_result() => new Facing().Lettered(1, "A").Now.Outcome.ShouldBe(Outcome.Unproven);

    [Theory]
    [InlineData(true, Outcome.Earned)]
    [InlineData(false, Outcome.NotYet)]
    public void The_platforms_own_pass_or_fail_is_a_result(bool passed, Outcome outcome) =>
        new Facing().PassedOrFailed(1, passed).Now.Outcome.ShouldBe(outcome);

    [Fact]
    public void Every_component_must_be_passed_with_its_own_threshold()
    {
        var entry = InTwoParts();
        new Facing(entry).Graded(1, 90, assessment: "w").Now.Outcome.ShouldBe(Outcome.Unproven);
        new Facing(entry).Graded(1, 90, assessment: "w").Graded(2, 85, assessment: "p").Now.Outcome.ShouldBe(Outcome.NotYet);
        var passed = new Facing(entry).Graded(1, 90, assessment: "w").Graded(2, 95, assessment: "p").Only;
        passed.At.ShouldBe(Facing.Day(2));
        passed.Decision.Rules.Where(rule => rule.Rule == RuleName.Threshold).Select(rule => (rule.Subject, rule.Input, rule.Needed))
            .ShouldBe([("written", 90m, 80m), ("practical", 95m, 90m)]);
    }

    [Fact]
    public void Beyond_the_allowed_attempts_a_person_is_asked_and_nothing_is_denied()
    {
        var third = new Facing().Graded(1, 50).Graded(2, 60).Graded(3, 85);
        third.Only.State.ShouldBe(AwardState.AwaitingApproval);
        third.Only.Decision.Rules.ShouldContain(rule =>
            rule.Rule == RuleName.Attempts && rule.Verdict == RuleVerdict.Asks && rule.Input == 3 && rule.Needed == 2);
        third.Says(4, ActKind.Approve).Only.State.ShouldBe(AwardState.Valid);
    }

    [Fact]
    public void The_same_assessment_without_the_course_is_prior_learning()
    {
        var entry = Facing.Entry with
        {
            Offerings = [.. Facing.Entry.Offerings, new("lms", "challenge", "exam") { IsPriorLearning = true }],
        };
        var earned = new Facing(entry).Graded(1, 85, assessment: "exam", course: "challenge").Only;
        earned.Decision.Path.ShouldBe(LearningPath.PriorLearning);
        earned.Decision.Rules.ShouldContain(rule => rule.Rule == RuleName.PriorLearning);
    }

    [Theory]
    [InlineData(4, Outcome.Unproven)]
    [InlineData(5, Outcome.Earned)]
    [InlineData(10, Outcome.Earned)]
    [InlineData(12, Outcome.Earned)]
    [InlineData(13, Outcome.Unproven)]
    public void Only_what_falls_into_the_window_and_its_grace_counts(int day, Outcome outcome) =>
        new Facing(With(assessment => assessment with { Window = new(Facing.Date(5), Facing.Date(10), 2) }))
            .Graded(day, 85)
            .Now.Outcome.ShouldBe(outcome);

    [Fact]
    public void What_came_in_the_days_of_grace_can_be_left_to_a_person()
    {
        var entry = With(assessment => assessment with { Window = new(null, Facing.Date(10), 2) }) with
        {
            Approval = Asking(ApprovalReason.Late),
        };
        new Facing(entry).Graded(10, 85).Only.State.ShouldBe(AwardState.Valid);
        new Facing(entry).Graded(11, 85).Only.State.ShouldBe(AwardState.AwaitingApproval);
    }

    [Fact]
    public void After_the_sunset_nothing_is_awarded_and_a_late_report_from_before_still_is()
    {
        var entry = Facing.Entry with { LifeCycle = new(new Dictionary<Phase, DateOnly> { [Phase.Sunset] = Facing.Date(10) }) };
        new Facing(entry).Graded(11, 85).Verdict.Awards.ShouldBeEmpty();
        new Facing(entry).Graded(10, 85).Only.At.ShouldBe(Facing.Day(10));
        new Facing(entry).Graded(11, 85).Graded(9, 90).Only.At.ShouldBe(Facing.Day(9));
        new Facing(entry).Graded(9, 90).Graded(12, 20, attempt: "attempt-12").Only.State.ShouldBe(AwardState.Valid);
    }

    [Theory]
    [InlineData(ApprovalReason.Always, 0)]
    [InlineData(ApprovalReason.CreditBearing, 3)]
    public void Policy_leaves_the_word_to_a_person(ApprovalReason reason, int credits)
    {
        var entry = Facing.Entry with { Approval = Asking(reason), Summary = Facing.Entry.Summary with { Credits = credits } };
        var waits = new Facing(entry).Graded(1, 85);
        waits.Only.State.ShouldBe(AwardState.AwaitingApproval);
        waits.Says(2, ActKind.Decline, reason: "no").Only.State.ShouldBe(AwardState.Declined);
    }

    [Theory]
    [InlineData(84, AwardState.AwaitingApproval)]
    [InlineData(85, AwardState.Valid)]
    public void A_low_pass_can_be_left_to_a_person(int percent, AwardState state) =>
        new Facing(Facing.Entry with { Approval = new(new HashSet<ApprovalReason>(), ScoreBelow: 85) })
            .Graded(1, percent)
            .Only.State.ShouldBe(state);

    [Fact]
    public void An_award_keeps_the_version_it_was_earned_under()
    {
        var entry = Facing.Entry with
        {
            Version = 4,
            Since = Facing.Date(10),
            Assessment = new(90, EnforcedByLms: false),
            Earlier = [Facing.Entry],
        };
        var earned = new Facing(entry).Graded(5, 85).Graded(12, 20, attempt: "attempt-12").Only;
        (earned.Decision.Version, earned.Decision.Threshold, earned.State).ShouldBe((3, 80m, AwardState.Valid));
        new Facing(entry).Graded(11, 85).Verdict.Awards.ShouldBeEmpty();
        new Facing(entry).Graded(11, 90).Only.Decision.Version.ShouldBe(4);
    }

    [Fact]
    public void Without_its_prerequisite_nothing_is_earned_until_it_is_held_or_waived()
    {
        var entry = Facing.Entry with { Prerequisites = ["safety"] };
        new Facing(entry).Graded(1, 85).Verdict.Awards.ShouldBeEmpty();
        new Facing(entry).Graded(1, 85).Holds(3, "safety").Only.At.ShouldBe(Facing.Day(3));
        new Facing(entry).Graded(1, 85).Says(2, ActKind.Waive).Only.At.ShouldBe(Facing.Day(2));
    }

    private static ApprovalRule Asking(params IEnumerable<ApprovalReason> reasons) => new(reasons.ToHashSet());

    private static MicroCredential With(Func<Assessment, Assessment> change) =>
        Facing.Entry with
        {
            Assessment = change(Facing.Entry.Assessment!),
        };

    private static MicroCredential InTwoParts() =>
        Facing.Entry with
        {
            Assessment = new(80, EnforcedByLms: false)
            {
                Components = [new("written", new("Écrit", "Written")), new("practical", new("Pratique", "Practical"), 90)],
            },
            Offerings =
            [
                new("lms", IntegrationHub.Testing.Pipeline.OneInstitution.Course)
                {
                    Components = new Dictionary<string, string> { ["written"] = "w", ["practical"] = "p" },
                },
            ],
        };
}
