using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.MicroCredentials;
using IntegrationHub.Testing.Pipeline;
using Shouldly;
using Xunit;

namespace IntegrationHub.Core.Tests.Rules;

/// <summary>What a decision states with its result: each rule only where it applies, with what it looked at.</summary>
public sealed class StatedTests
{
    [Fact]
    public void As_many_attempts_as_allowed_are_in_order() =>
        Of(RuleName.Attempts, new Facing().Graded(1, 60).Graded(2, 85)).Verdict.ShouldBe(RuleVerdict.Met);

    [Fact]
    public void Where_nothing_was_attempted_nothing_is_said_of_attempts() =>
        Names(new Facing(Facing.Entry with { Assessment = new(80, EnforcedByLms: true) }).Completed(1)).ShouldBe([RuleName.CompletedInLms]);

    [Fact]
    public void Nobody_is_asked_about_what_is_not_earned() =>
        Names(new Facing(Asking(ApprovalReason.Always)).Graded(1, 60)).ShouldNotContain(RuleName.Approval);

    [Fact]
    public void Without_credit_or_prior_learning_or_revocation_or_renewal_nobody_is_asked_about_them()
    {
        var entry = Asking(
            ApprovalReason.CreditBearing,
            ApprovalReason.PriorLearning,
            ApprovalReason.AfterRevocation,
            ApprovalReason.Renewal,
            ApprovalReason.Late);
        new Facing(entry with { Summary = entry.Summary with { Credits = 0 } }).Graded(1, 85).Only.State.ShouldBe(AwardState.Valid);
    }

    [Fact]
    public void After_a_revocation_by_policy_a_person_is_asked_only_where_the_entry_wants_it()
    {
        static Facing Again(MicroCredential entry) =>
            new Facing(entry, new() { OnContradiction = IntegrationHub.Core.Model.Institutions.OnContradiction.Revoke })
                .Graded(1, 85, "first")
                .Graded(2, 60, "first")
                .Graded(3, 90, "second");
        Again(Asking(ApprovalReason.AfterRevocation)).States.ShouldBe([AwardState.Revoked, AwardState.AwaitingApproval]);
        Again(Asking()).States.ShouldBe([AwardState.Revoked, AwardState.Valid]);
    }

    [Theory]
    [InlineData(10, null)]
    [InlineData(11, "Late")]
    public void The_window_says_its_last_day_and_whether_it_was_in_the_days_of_grace(int day, string? subject)
    {
        var window = Of(
            RuleName.Window,
            new Facing(Facing.Entry with { Assessment = new(80, false) { Window = new(null, Facing.Date(10), 2) } }).Graded(day, 85));
        (window.Subject, window.Day, window.Text).ShouldBe((subject, Facing.Date(day), "2026-01-11"));
    }

    [Fact]
    public void One_component_in_the_days_of_grace_is_late()
    {
        var entry = Asking(ApprovalReason.Late) with
        {
            Assessment = new(80, false)
            {
                Window = new(null, Facing.Date(10), 2),
                Components = [new("w", new("É", "W")), new("p", new("P", "P"))],
            },
            Offerings =
            [
                new("lms", OneInstitution.Course)
                {
                    Components = new Dictionary<string, string> { ["w"] = "w", ["p"] = "p" },
                },
            ],
        };
        new Facing(entry).Graded(9, 85, assessment: "w").Graded(11, 85, assessment: "p").Only.State.ShouldBe(AwardState.AwaitingApproval);
    }

    [Theory]
    [InlineData(10, 10, null)]
    [InlineData(9, 11, RuleVerdict.Met)]
    [InlineData(11, 12, RuleVerdict.NotMet)]
    public void The_sunset_is_spoken_of_once_something_comes_after_it(int first, int second, RuleVerdict? verdict)
    {
        var entry = Facing.Entry with { LifeCycle = new(new Dictionary<Phase, DateOnly> { [Phase.Sunset] = Facing.Date(10) }) };
        var facing = new Facing(entry).Graded(first, 85);
        var rule = (second == first ? facing : facing.Graded(second, 90)).Now.Rules.SingleOrDefault(rule => rule.Rule == RuleName.Sunset);
        (rule?.Verdict).ShouldBe(verdict);
        (rule?.Day, rule?.Evidence).ShouldBe(verdict is null ? (null, null) : (Facing.Date(10), $"event-{(first > 10 ? first : second)}"));
    }

    [Theory]
    [InlineData(false, false, RuleVerdict.NotMet, null, null)]
    [InlineData(true, false, RuleVerdict.Met, null, "award-of-safety")]
    [InlineData(false, true, RuleVerdict.Met, "Waive", null)]
    [InlineData(true, true, RuleVerdict.Met, null, "award-of-safety")]
    public void A_prerequisite_is_held_or_waived_or_missing(bool held, bool waived, RuleVerdict verdict, string? text, string? evidence)
    {
        var facing = new Facing(Facing.Entry with { Prerequisites = ["safety"] });
        if (held)
            facing.Holds(1, "safety");
        if (waived)
            facing.Says(1, ActKind.Waive);
        var rule = Of(RuleName.Prerequisite, facing.Graded(2, 85));
        (rule.Verdict, rule.Text, rule.Evidence).ShouldBe((verdict, text, evidence));
    }

    [Fact]
    public void A_prerequisite_that_is_lost_afterwards_takes_nothing_back() =>
        new Facing(Facing.Entry with { Prerequisites = ["safety"] })
            .Holds(1, "safety", ended: 5)
            .Graded(2, 85)
            .Graded(6, 90)
            .Only.State.ShouldBe(AwardState.Valid);

    [Fact]
    public void A_part_that_ended_by_its_own_time_before_something_else_came_takes_nothing_back()
    {
        var entry = Facing.Entry with
        {
            Assessment = null,
            Offerings = [],
            Stacks = [new(StackMeasure.Count, 2, [new(["a"]), new(["b"])])],
        };
        new Facing(entry)
            .Holds(1, "a", until: 4)
            .Holds(3, "b", ended: 12, revision: 0)
            .Holds(3, "b", revision: 1)
            .Says(9, ActKind.Waive)
            .Only.State.ShouldBe(AwardState.Valid);
    }

    [Fact]
    public void Stacks_are_numbered_from_one() =>
        Of(
            RuleName.Stack,
            new Facing(Facing.Entry with { Assessment = null, Stacks = [new(StackMeasure.All, 0, [new(["a"])])] }).Holds(1, "a"))
            .Subject.ShouldBe("1");

    [Fact]
    public void The_path_is_prior_learning_where_any_of_it_was_and_the_course_otherwise()
    {
        var entry = Facing.Entry with
        {
            Offerings =
            [
                new("lms", OneInstitution.Course, OneInstitution.Summative),
                new("lms", OneInstitution.Course, "exam") { IsPriorLearning = true },
                new("other", OneInstitution.Course, OneInstitution.Summative) { IsPriorLearning = true },
            ],
        };
        Path(new Facing(entry).Graded(1, 85)).ShouldBe(LearningPath.Course);
        Path(new Facing(entry).Graded(1, 85, assessment: "exam")).ShouldBe(LearningPath.PriorLearning);
        Path(new Facing(entry).Reports(1, report => report with { Source = "other" })).ShouldBe(LearningPath.PriorLearning);
        Path(new Facing(entry).Graded(1, 85, course: "unknown")).ShouldBe(LearningPath.Course);
        Path(new Facing(entry with { Assessment = new(80, EnforcedByLms: true), Offerings = [entry.Offerings[1]] }).Completed(1))
            .ShouldBe(LearningPath.PriorLearning);
    }

    [Fact]
    public void In_two_components_one_by_prior_learning_makes_it_prior_learning()
    {
        var components = new Dictionary<string, string> { ["w"] = "w", ["p"] = "p" };
        var entry = Facing.Entry with
        {
            Assessment = new(80, false) { Components = [new("w", new("É", "W")), new("p", new("P", "P"))] },
            Offerings =
            [
                new("lms", OneInstitution.Course) { Components = components },
                new("lms", "challenge") { Components = components, IsPriorLearning = true },
            ],
        };
        Path(new Facing(entry).Graded(1, 85, assessment: "w").Graded(2, 85, assessment: "p", course: "challenge"))
            .ShouldBe(LearningPath.PriorLearning);
    }

    [Fact]
    public void Before_anything_is_known_the_first_version_speaks() =>
        new Facing(Facing.Entry with { Version = 4, Since = Facing.Date(10), Earlier = [Facing.Entry] }).Now.Version.ShouldBe(3);

    private static RuleResult Of(RuleName name, Facing facing) => facing.Now.Rules.Single(rule => rule.Rule == name);

    private static LearningPath Path(Facing facing) => facing.Only.Decision.Path;

    private static IEnumerable<RuleName> Names(Facing facing) => facing.Now.Rules.Select(rule => rule.Rule);

    private static MicroCredential Asking(params ApprovalReason[] reasons) => Facing.Entry with { Approval = new(reasons.ToHashSet()) };
}
