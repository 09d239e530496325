namespace IntegrationHub.Cli.Testing;

/// <summary>A project with tests, under <c>tests/</c>.</summary>
/// <param name="Name">Its folder and assembly.</param>
/// <param name="IsFast">Needs neither Azurite, nor a browser, nor a built package.</param>
internal sealed record TestProject(string Name, bool IsFast)
{
    /// <summary>All that have tests, the fast ones first.</summary>
    public static IReadOnlyList<TestProject> All { get; } =
    [
        new("IntegrationHub.Core.Tests", IsFast: true),
        new("IntegrationHub.Tests", IsFast: true),
        new("IntegrationHub.EndToEnd", IsFast: false),
    ];
}
