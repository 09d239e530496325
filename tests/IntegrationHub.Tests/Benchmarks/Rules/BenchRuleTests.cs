using IntegrationHub.Benchmarks.Rules;
using IntegrationHub.Core.Rules;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Benchmarks.Rules;

public sealed class BenchRuleTests
{
    [Fact]
    public void What_is_measured_of_the_rules_earns_something_by_the_last_result()
    {
        foreach (var number in RuleSpeed.Facts)
        {
            var (entry, facts) = RuleSpeed.Case(number);
            (facts.Evidence.Count + facts.Parts.Count).ShouldBe(number);
            Rulebook
                .Decide(new RuleCampus(["practice"]).Institution, entry, facts)
                .Awards.ShouldHaveSingleItem()
                .Decision.EventId.ShouldBe(facts.Evidence[^1].EventId);
        }
    }

    [Theory]
    [InlineData(3, true)]
    [InlineData(4, false)]
    public void A_decision_costs_the_same_after_any_history_or_the_goal_is_not_met(int later, bool met)
    {
        static HistoryFigures After(int awards, int rows) => new(awards, new(1, 1), new(2, 1), new(rows, 1));
        var measure = new RuleFigures([], [After(10, 3), After(1000, later)], []).Measures.Single(measure => measure.Key == "historyRows");
        (measure.Hub, measure.Other, measure.Met).ShouldBe((3 + later, 6, met));
    }
}
