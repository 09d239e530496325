using IntegrationHub.Cli.Shell;
using IntegrationHub.Cli.Testing;
using Shouldly;
using Spectre.Console;
using Xunit;

namespace IntegrationHub.Tests.Cli.Testing;

public sealed class TestRunnerTests : IDisposable
{
    private static readonly TestProject Short = new("Short", IsFast: true);
    private static readonly TestProject Long = new("Long", IsFast: true);
    private static readonly TestProject Slow = new("Slow", IsFast: false);

    private readonly StringWriter shown = new();
    private readonly List<string> happened = [];
    private readonly Dictionary<TestProject, TaskCompletionSource<TestOutcome>> ends = new()
    {
        [Short] = new(),
        [Long] = new(),
        [Slow] = new(),
    };

    [Fact]
    public async Task Fast_projects_run_at_the_same_time_and_the_others_after_them()
    {
        var run = Run(Long, Short, Slow);
        End(Short);
        End(Long);
        End(Slow);
        (await run).ShouldBe(new TestCounts(3, 0, 0));
        happened.Where(one => one != "Slow ends").ShouldBe(
            ["Long starts unseen", "Short starts unseen", "Short ends", "Long ends", "Slow starts seen"]);
    }

    [Fact]
    public async Task What_a_project_wrote_is_shown_whole_above_its_count_in_the_order_in_which_they_end()
    {
        var run = Run(Long, Short);
        End(Short, "  A_learner_is_found [FAIL]\n  Expected: 1\n");
        End(Long, "later\n");
        await run;
        shown.ToString().ReplaceLineEndings("\n").ShouldEndWith(
            "  A_learner_is_found [FAIL]\n  Expected: 1\nShort: 1 passed, 0 failed\nlater\nLong: 1 passed, 0 failed\n");
    }

    [Fact]
    public async Task Somebody_who_waits_knows_what_runs()
    {
        var run = Run(Long, Short);
        shown.ToString().ShouldContain("Long, Short");
        End(Short);
        End(Long);
        await run;
    }

    public void Dispose() => shown.Dispose();

    private Task<TestCounts> Run(params TestProject[] projects)
    {
        var console = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(shown) });
        return new TestRunner(new Screen(console, shown), Start).Run(projects);
    }

    private Task<TestOutcome> Start(TestProject project, bool seen)
    {
        happened.Add($"{project.Name} starts {(seen ? "seen" : "unseen")}");
        return ends[project].Task;
    }

    private void End(TestProject project, string unseen = "")
    {
        happened.Add($"{project.Name} ends");
        ends[project].SetResult(new(project.Name, new(1, 0, 0), unseen));
    }
}
