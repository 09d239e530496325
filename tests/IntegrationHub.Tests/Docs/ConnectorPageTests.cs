using System.Text.RegularExpressions;
using IntegrationHub.Testing;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Docs;

/// <summary>The worked example of a connector is the code of the invented systems, which compiles and is tested.</summary>
public sealed partial class ConnectorPageTests
{
    private static readonly string Folder = Repository.Path("tests", "IntegrationHub.Tests", "Invented");

    [Fact]
    public void The_code_shown_is_the_code_of_the_file_named_above_it()
    {
        var shown = Shown().Matches(DocPage.Of("docs/connectors.md").Text);

        foreach (Match block in shown)
            Body(Repository.Path(block.Groups[1].Value)).ShouldBe(block.Groups[2].Value, block.Groups[1].Value);
        shown.Count.ShouldBe(DocPage.Of("docs/connectors.md").Text.Split("```csharp").Length - 1);
    }

    [Fact]
    public void Every_description_is_shown()
    {
        var shown = Shown().Matches(DocPage.Of("docs/connectors.md").Text).Select(block => Path.GetFileName(block.Groups[1].Value));

        Directory.GetFiles(Folder, "*.cs", SearchOption.AllDirectories).Select(file => Path.GetFileName(file))
            .Where(name => name.EndsWith("Kind.cs", StringComparison.Ordinal))
            .ShouldBeSubsetOf(shown);
    }

    /// <summary>A file's code behind its namespace.</summary>
    private static string Body(string path) => File.ReadAllText(path).Split(";\n\n", 3)[^1];

    [GeneratedRegex(@"^`([^`]+)`:\n\n```csharp\n(.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Shown();
}
