namespace IntegrationHub.Cli.Testing;

/// <summary>What a project's run came to.</summary>
/// <param name="Project">Its name.</param>
/// <param name="Counts">Its tests.</param>
/// <param name="Unseen">What it wrote that the terminal has not shown.</param>
internal sealed record TestOutcome(string Project, TestCounts Counts, string Unseen);
