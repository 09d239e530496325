using IntegrationHub.Benchmarks;
using IntegrationHub.Benchmarks.Credentials;
using IntegrationHub.Benchmarks.Report;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Benchmarks.Report;

public sealed class MeasureTests
{
    [Fact]
    public void A_duel_is_decided_by_the_medians_of_its_rounds()
    {
        new Duel([1, 1000, 30], [3, 2, 1]).Ratio.ShouldBe(15);
        new Duel([10, 30], [4, 6]).Ratio.ShouldBe(4);
    }

    [Theory]
    [InlineData(100, true)]
    [InlineData(99, false)]
    public void Ten_times_as_fast_meets_the_goal_and_less_does_not(double hub, bool met)
    {
        var issue = Figures(hub, [1, 1, 1]).Measures.Single(measure => measure.Key == "issue13");
        (issue.Hub, issue.Other, issue.Ratio, issue.Met).ShouldBe((hub, 10, hub / 10, met));
    }

    [Theory]
    [InlineData(new double[] { 50, 100, 75 }, true)]
    [InlineData(new double[] { 50, 101, 75 }, false)]
    public void A_list_is_served_in_constant_time_where_the_slowest_takes_at_most_twice_the_fastest(double[] times, bool met)
    {
        var spread = Figures(1, times).Measures.Single(measure => measure.Key == "listCold");
        (spread.Hub, spread.Other, spread.Met).ShouldBe((times.Max(), 50, met));
    }

    [Fact]
    public void What_was_not_measured_is_not_reported()
    {
        new Figures(null, null, null, null).Measures.ShouldBeEmpty();
        new Figures(null, Figures(1, [1, 1, 1]), null, null).Measures.ShouldContain(measure =>
            measure.Key == "issueBytes13" && measure.Hub == 2 && measure.Goal == null);
    }

    private static CredentialFigures Figures(double hub, double[] cold)
    {
        var duel = new Duel([hub], [10]);
        return new([new(13, duel, duel, 1, 1, 1, 2000, 3000)], [.. cold.Select((time, at) => new ListFigures(at, time, 1))], 1, 1);
    }
}
