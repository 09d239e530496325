using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.MicroCredentials;
using IntegrationHub.Core.Rules;
using Shouldly;
using Xunit;

namespace IntegrationHub.Core.Tests.Rules;

/// <summary>Rules as sentences: numbers, days and names as a reader of the language writes them.</summary>
public sealed class SentenceTests
{
    private static readonly MicroCredential Entry = Facing.Entry with
    {
        Assessment = new(80, false)
        {
            Components = [new("written", new("Écrit", "Written")), new("practical", new("Pratique", "Practical"))],
        },
    };

    [Theory]
    [InlineData("en", "Practical: Score: 79.5%, below the pass threshold of 80%.")]
    [InlineData("fr", "Pratique : ")]
    public void A_component_is_named_by_its_title(string language, string sentence) =>
        Say(new(RuleName.Threshold, RuleVerdict.NotMet, "practical", 79.50m, 80.00m), language).ShouldStartWith(sentence);

    [Fact]
    public void A_component_that_the_catalogue_has_no_more_goes_by_its_name() =>
        Say(new(RuleName.Letter, RuleVerdict.Met, "oral", Text: "A"), "en").ShouldBe("oral: Grade: A, a pass.");

    [Theory]
    [InlineData("en", "March 1, 2026")]
    [InlineData("fr", "1 mars 2026")]
    public void A_day_is_written_out(string language, string day) =>
        Say(new(RuleName.Window, RuleVerdict.Met, Day: new(2026, 3, 1)), language).ShouldContain(day);

    [Fact]
    public void What_was_waived_is_told_from_what_was_held()
    {
        Say(new(RuleName.Prerequisite, RuleVerdict.Met, "safety", Text: nameof(ActKind.Waive)), "en")
            .ShouldBe("Prerequisite waived by a person: safety.");
        Say(new(RuleName.Prerequisite, RuleVerdict.Met, "safety"), "en").ShouldBe("Prerequisite held: safety.");
    }

    [Theory]
    [InlineData(AwardState.Valid, true)]
    [InlineData(AwardState.InQuestion, true)]
    [InlineData(AwardState.AwaitingApproval, true)]
    [InlineData(AwardState.Revoked, false)]
    public void A_pathway_ends_at_an_award_that_stands_with_the_parts_of_its_day(AwardState state, bool isThere)
    {
        var milestone = Facing.Entry with { Assessment = null, Stacks = [new(StackMeasure.All, 0, [new(["a"])])] };
        var id = DossierId.Of("lacnord", "learner", milestone.Code);
        var facing = new Facing(milestone).Holds(1, "a", until: 4);
        var award = new Award
        {
            Id = new(id, 0),
            Learner = "learner",
            MicroCredential = milestone.Code,
            Decision = facing.Now,
            Earned = Facing.Day(1),
            Opened = Facing.Day(1),
            Steps = [],
            State = state,
        };

        var way = Pathway.Of(milestone, new Dossier { Id = id, Parts = facing.Facts.Parts, Awards = [award] }, Facing.Day(9));

        way.Award.ShouldBe(isThere ? award : null);
        (way.Stacks[0].Progress.Input, way.Stacks[0].Progress.Subject).ShouldBe((isThere ? 1m : 0m, "1"));
    }

    private static string Say(RuleResult rule, string language) => Explanation.Of(rule, Entry, language).Replace('\u00a0', ' ');
}
