using IntegrationHub.Benchmarks.Rules;
using IntegrationHub.Cli.Bench;
using IntegrationHub.Core.Rules;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Bench;

public sealed class BenchRuleTests
{
    [Fact]
    public void What_is_measured_of_the_rules_earns_something_by_the_last_result()
    {
        foreach (var number in RuleSpeed.Facts)
        {
            var (entry, facts) = RuleSpeed.Case(number);
            (facts.Evidence.Count + facts.Parts.Count).ShouldBe(number);
            Rulebook.Decide(new RuleCampus(["practice"]).Institution, entry, facts).Awards.ShouldHaveSingleItem().Decision.EventId.ShouldBe(facts.Evidence[^1].EventId);
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

    [Fact]
    public void The_mutation_score_counts_what_compiles_and_names_what_survived()
    {
        var score = MutationScore.Read("""
            {"files":{"src/Rules/A.cs":{"mutants":[
              {"status":"Killed","mutatorName":"m","location":{"start":{"line":1}}},
              {"status":"Timeout","mutatorName":"m","location":{"start":{"line":2}}},
              {"status":"CompileError","mutatorName":"m","location":{"start":{"line":3}}},
              {"status":"Ignored","mutatorName":"m","location":{"start":{"line":4}}},
              {"status":"Survived","mutatorName":"Equality mutation","replacement":"a < b","location":{"start":{"line":5}}},
              {"status":"NoCoverage","mutatorName":"m","location":{"start":{"line":6}}}]},
             "src/Rules/B.cs":{"mutants":[]}}}
            """);

        score.Files.ShouldBe([new("A.cs", 2, 1, 1)]);
        score.Percent.ShouldBe(50);
        score.Survivors[0].ShouldBe("A.cs:5 Equality mutation → a < b");
    }
}
