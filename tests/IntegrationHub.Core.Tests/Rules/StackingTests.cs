using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.MicroCredentials;
using IntegrationHub.Core.Rules;
using Shouldly;
using Xunit;

namespace IntegrationHub.Core.Tests.Rules;

/// <summary>Milestones: all of a set, a number of it, its hours or its credits; each part counts once.</summary>
public sealed class StackingTests
{
    [Fact]
    public void All_parts_make_the_milestone_on_the_day_of_the_last()
    {
        var earned = new Facing(Milestone(StackMeasure.All, 0, ["a"], ["b"])).Holds(5, "b").Holds(1, "a").Only;
        (earned.At, earned.Decision.Path, earned.Decision.Credits).ShouldBe((Facing.Day(5), LearningPath.Stacking, 3m));
    }

    [Fact]
    public void Three_of_fifteen_hours_make_three_credits()
    {
        var entry = Milestone(StackMeasure.Hours, 45, ["a"], ["b"], ["c"], ["d"]);
        new Facing(entry).Holds(1, "a").Holds(2, "b").Verdict.Awards.ShouldBeEmpty();
        new Facing(entry).Holds(1, "a").Holds(2, "b").Holds(3, "d").Only.Decision.Credits.ShouldBe(3);
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 1)]
    public void A_number_of_parts_is_enough(int held, int awards)
    {
        var facing = new Facing(Milestone(StackMeasure.Count, 2, ["a"], ["b"], ["c"]));
        foreach (var code in "ac".Take(held).Select(letter => letter.ToString()))
            facing.Holds(1, code);
        facing.Verdict.Awards.Count.ShouldBe(awards);
    }

    [Fact]
    public void A_substitute_stands_in_and_counts_once()
    {
        var entry = Milestone(StackMeasure.All, 0, ["a"], ["b", "outside"]);
        new Facing(entry).Holds(1, "a").Holds(2, "outside").Verdict.Awards.Count.ShouldBe(1);
        new Facing(entry).Holds(1, "b").Holds(2, "outside").Verdict.Awards.ShouldBeEmpty();
    }

    [Fact]
    public void A_part_that_has_ended_by_its_own_time_no_longer_counts() =>
        new Facing(Milestone(StackMeasure.All, 0, ["a"], ["b"])).Holds(1, "a", until: 4).Holds(5, "b").Verdict.Awards.ShouldBeEmpty();

    [Fact]
    public void A_part_that_ends_by_its_own_time_afterwards_takes_nothing_back() =>
        new Facing(Milestone(StackMeasure.All, 0, ["a"], ["b"]))
            .Holds(1, "a", until: 9)
            .Holds(5, "b")
            .Only.State.ShouldBe(AwardState.Valid);

    [Fact]
    public void A_part_that_is_revoked_afterwards_speaks_against_the_milestone() =>
        new Facing(Milestone(StackMeasure.All, 0, ["a"], ["b"]))
            .Holds(1, "a", ended: 9)
            .Holds(5, "b")
            .Only.State.ShouldBe(AwardState.InQuestion);

    [Fact]
    public void The_newest_revision_of_a_part_counts_in_whatever_order_they_come() =>
        new Facing(Milestone(StackMeasure.All, 0, ["a"]))
            .Holds(1, "a", ended: 9, revision: 1)
            .Holds(1, "a", revision: 2)
            .Holds(1, "a")
            .Only.State.ShouldBe(AwardState.Valid);

    [Fact]
    public void Several_stacks_must_all_be_full()
    {
        var entry = Milestone(StackMeasure.All, 0, ["a"]);
        entry = entry with { Stacks = [.. entry.Stacks, new(StackMeasure.Credits, 2, [new(["b"]), new(["c"])])] };
        new Facing(entry).Holds(1, "a").Holds(2, "b").Verdict.Awards.ShouldBeEmpty();
        new Facing(entry)
            .Holds(1, "a")
            .Holds(2, "b")
            .Holds(3, "c")
            .Only.Decision.Rules.Select(rule => rule.Rule)
            .ShouldBe([RuleName.Stack, RuleName.Stack]);
    }

    [Fact]
    public void A_pathway_tells_what_is_done_and_what_is_left()
    {
        var entry = Milestone(StackMeasure.All, 0, ["a"], ["b", "outside"]);
        var dossier = new Dossier
        {
            Id = DossierId.Of("lacnord", "learner", entry.Code),
            Parts = new Facing().Holds(2, "outside").Facts.Parts,
        };

        var way = Pathway.Of(entry, dossier, Facing.Day(5)).Stacks.ShouldHaveSingleItem();

        (way.Progress.Input, way.Progress.Needed).ShouldBe((1m, 2m));
        way.Places.Select(place => place.By?.Code).ShouldBe([null, "outside"]);
    }

    private static MicroCredential Milestone(StackMeasure measure, decimal least, params IEnumerable<string[]> parts) => Facing.Entry with
    {
        Assessment = null,
        Offerings = [],
        Summary = Facing.Entry.Summary with { Credits = 3 },
        Stacks = [new(measure, least, [.. parts.Select(codes => new StackPart(codes))])],
    };
}
