using IntegrationHub.Cli.Shell;

namespace IntegrationHub.Cli.Testing;

/// <summary>Runs projects, several at the same time, and shows each one's result when it ends.</summary>
internal sealed class TestRunner(Screen screen, Func<TestProject, bool, Task<TestOutcome>> run)
{
    /// <summary>Runs the fast projects at the same time, each unseen until it ends; then the others one by one, as they go.</summary>
    public async Task<TestCounts> Run(IReadOnlyList<TestProject> projects)
    {
        var (fast, others) = (projects.Where(project => project.IsFast).ToList(), projects.Where(project => !project.IsFast));
        screen.Line(Texts.Get("test.together", string.Join(", ", fast.Select(project => project.Name))));
        var total = TestCounts.None;
        await foreach (var ended in Task.WhenEach(fast.Select(project => run(project, false))))
            total += Show(await ended);
        foreach (var project in others)
            total += Show(await run(project, true));
        return total;
    }

    private TestCounts Show(TestOutcome outcome)
    {
        if (outcome.Unseen.TrimEnd() is { Length: > 0 } written)
            screen.Line(written);
        screen.Line($"{outcome.Project}: {outcome.Counts}");
        return outcome.Counts;
    }
}
