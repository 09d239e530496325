using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.MicroCredentials;
using Shouldly;
using Xunit;

namespace IntegrationHub.Core.Tests.Rules;

/// <summary>What happened at the same moment is told apart by its id, and of several the right one counts.</summary>
public sealed class OrderTests
{
    [Theory]
    [InlineData("a", "b", 60)]
    [InlineData("b", "a", 85)]
    public void Of_two_results_of_one_attempt_at_one_moment_the_one_with_the_later_id_is_in_force(string pass, string fail, int percent) =>
        new Facing()
            .Reports(1, report => report with { EventId = pass, Attempt = "first" })
            .Reports(1, report => report with { EventId = fail, Attempt = "first", Score = new(60, 0, 100) })
            .Now.Percent.ShouldBe(percent);

    [Fact]
    public void Of_two_awards_of_one_part_the_earlier_fills_the_place()
    {
        var entry = Stacked(StackMeasure.All, "a");
        Filled(new Facing(entry).Holds(9, "a", award: "1-late").Holds(1, "a", award: "2-early")).ShouldBe("2-early");
        Filled(new Facing(entry).Holds(1, "a", award: "y").Holds(1, "a", award: "x")).ShouldBe("x");
    }

    [Fact]
    public void Of_two_parts_at_one_moment_the_one_with_the_lesser_id_settled_it() =>
        new Facing(Stacked(StackMeasure.All, "a", "b")).Holds(3, "a").Holds(3, "b").Only.Decision.EventId.ShouldBe("award-of-a");

    [Theory]
    [InlineData("a", "b", AwardState.Valid)]
    [InlineData("b", "a", AwardState.Suspended)]
    public void Of_two_words_at_one_moment_the_one_with_the_later_id_holds(string suspension, string word, AwardState state) =>
        new Facing()
            .Graded(1, 85)
            .Says(2, ActKind.Suspend, reason: "why", id: suspension)
            .Says(2, ActKind.Uphold, id: word)
            .Only.State.ShouldBe(state);

    [Fact]
    public void The_best_attempt_is_the_first_that_passed_and_of_failures_the_highest()
    {
        new Facing().Graded(1, 85).Graded(2, 95).Now.Percent.ShouldBe(85);
        new Facing().Graded(1, 95).Graded(2, 85).Now.Percent.ShouldBe(95);
        new Facing().Graded(1, 40).Graded(2, 60).Now.Percent.ShouldBe(60);
        new Facing().Graded(1, 60).Graded(2, 40).Now.Percent.ShouldBe(60);
    }

    [Fact]
    public void Of_components_the_lowest_score_and_the_most_attempts_are_stated()
    {
        var now = new Facing(InTwoParts()).Graded(1, 60, assessment: "w").Graded(2, 95, assessment: "w").Graded(3, 85, assessment: "p").Now;
        (now.Percent, now.Attempts).ShouldBe((85m, 2));
    }

    [Theory]
    [InlineData("first", AwardState.InQuestion)]
    [InlineData("second", AwardState.Valid)]
    public void An_attempt_that_is_taken_back_takes_its_results_and_no_others(string undone, AwardState state) =>
        new Facing().Graded(1, 85, "first").Undone(2, undone).Only.State.ShouldBe(state);

    [Fact]
    public void A_result_that_comes_after_the_attempt_was_taken_back_counts() =>
        new Facing().Graded(1, 85, "first").Undone(2, "first").Graded(3, 90, "first").Only.State.ShouldBe(AwardState.Valid);

    [Theory]
    [InlineData("a", 1)]
    [InlineData("event-1", 1)]
    [InlineData("z", 0)]
    public void At_one_moment_only_what_comes_before_by_its_id_is_taken_back(string undo, int awards) =>
        new Facing().Graded(1, 85, "first").Undone(1, "first", undo).Verdict.Awards.Count.ShouldBe(awards);

    private static string? Filled(Facing facing) => facing.Now.Rules.Single(rule => rule.Rule == RuleName.Stack).Evidence;

    private static MicroCredential Stacked(StackMeasure measure, params string[] codes) => Facing.Entry with
    {
        Assessment = null,
        Offerings = [],
        Stacks = [new(measure, 0, [.. codes.Select(code => new StackPart([code]))])],
    };

    private static MicroCredential InTwoParts() =>
        Facing.Entry with
        {
            Assessment = new(80, EnforcedByLms: false)
            {
                Components = [new("written", new("Écrit", "Written")), new("practical", new("Pratique", "Practical"))],
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
