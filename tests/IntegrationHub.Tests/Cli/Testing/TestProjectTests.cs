using IntegrationHub.Cli.Testing;
using IntegrationHub.OpenBadges;
using IntegrationHub.Testing;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Cli.Testing;

/// <summary>What <c>./hub test</c> runs, and what it leaves out with <c>--fast</c>.</summary>
public sealed class TestProjectTests
{
    /// <summary>Words without which nobody reaches Azurite, the browser or a package.</summary>
    private static readonly string[] Slow = ["AzuriteProcess.", "Playwright", "AppBuild."];

    public static TheoryData<string> Fast => [.. TestProject.All.Where(project => project.IsFast).Select(project => project.Name)];

    [Fact]
    public void Every_project_with_tests_is_run() =>
        Directory
            .GetFiles(Repository.Path("tests"), "*.csproj", SearchOption.AllDirectories)
            .Where(file =>
                BoundedXml
                    .Load(File.ReadAllText(file))
                    .Descendants("PackageReference")
                    .Any(package => (string?)package.Attribute("Include") == "xunit.v3"))
            .Select(Path.GetFileNameWithoutExtension)
            .ShouldBe(TestProject.All.Select(project => project.Name), ignoreOrder: true);

    [Theory]
    [MemberData(nameof(Fast))]
    public void What_is_fast_needs_neither_Azurite_nor_a_browser_nor_a_package(string project) =>
        Directory
            .EnumerateFiles(Repository.Path("tests", project), "*.cs", SearchOption.AllDirectories)
            .Where(file => Path.GetFileNameWithoutExtension(file) != nameof(TestProjectTests))
            .Where(file => File.ReadAllText(file) is var code && Slow.Any(word => code.Contains(word, StringComparison.Ordinal)))
            .ShouldBeEmpty();
}
