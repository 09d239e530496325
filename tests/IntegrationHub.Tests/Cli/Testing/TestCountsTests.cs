using IntegrationHub.Cli.Testing;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Cli.Testing;

public sealed class TestCountsTests : IDisposable
{
    private readonly string report = Path.GetTempFileName();

    [Fact]
    public void Counts_of_several_projects_are_summed()
    {
        var sum = new TestCounts(3, 0, 0) + new TestCounts(4, 1, 2);
        sum.ToString().ShouldBe("7 passed, 1 failed, 2 skipped");
    }

    [Fact]
    public void Without_skipped_tests_the_line_names_none() => new TestCounts(7, 0, 0).ToString().ShouldBe("7 passed, 0 failed");

    [Fact]
    public void A_report_is_read()
    {
        Report("""{"results":{"summary":{"tests":5,"passed":2,"failed":1,"pending":1,"skipped":1,"other":0}}}""");
        TestCounts.Read(report, 1).ShouldBe(new TestCounts(2, 1, 2));
    }

    [Theory]
    [InlineData("")]
    [InlineData("""{"results":{"summ""")]
    public void A_project_that_crashed_is_a_failure(string remains)
    {
        Report(remains);
        TestCounts.Read(report, 134).ShouldBe(new TestCounts(0, 1, 0));
    }

    [Fact]
    public void A_project_without_a_report_is_a_failure_whatever_its_exit_code() =>
        TestCounts.Read(report + ".none", 0).ShouldBe(new TestCounts(0, 1, 0));

    [Fact]
    public void A_failure_outside_any_test_is_counted()
    {
        Report("""{"results":{"summary":{"passed":2,"failed":0,"skipped":0}}}""");
        TestCounts.Read(report, 1).ShouldBe(new TestCounts(2, 1, 0));
    }

    public void Dispose() => File.Delete(report);

    private void Report(string text) => File.WriteAllText(report, text);
}
