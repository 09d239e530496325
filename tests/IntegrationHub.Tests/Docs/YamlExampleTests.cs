using System.Text.RegularExpressions;
using Shouldly;
using Xunit;
using YamlDotNet.RepresentationModel;

namespace IntegrationHub.Tests.Docs;

/// <summary>What the pages show of files has fields that files have.</summary>
public sealed partial class YamlExampleTests
{
    /// <summary>Where in a file an example may belong.</summary>
    private static readonly (string Schema, string Under)[] Places =
        [("micro-credential", ""), ("institution", ""), ("institution", "sources."), ("institution", "sources.NAME.")];

    private static readonly Dictionary<string, HashSet<string>> Fields =
        new[] { "institution", "micro-credential" }
            .ToDictionary(name => name, name => SchemaFields.Of(name).Select(field => field.Path).ToHashSet());

    [Fact]
    public void Every_example_fits_into_a_file()
    {
        var examples = DocPage.All
            .SelectMany(page => Example().Matches(page.Text).Select(found => (page.Name, Text: found.Groups["yaml"].Value)))
            .ToList();
        examples.Count.ShouldBeGreaterThan(7);
        examples.Where(example => Places.All(place => Strange(example.Text, place).Any()))
            .Select(example => $"{example.Name}: {string.Join(", ", Places.SelectMany(place => Strange(example.Text, place).Take(1)))}")
            .ShouldBeEmpty();
    }

    [Theory]
    [InlineData("asessment: { passThreshold: 80 }")]
    [InlineData("assessment: { passTreshold: 80 }")]
    [InlineData("stacks: [{ count: 2, off: [a] }]")]
    [InlineData("sources: { canvas: { kinds: canvas } }")]
    public void A_field_that_files_do_not_have_is_found(string yaml) =>
        Places.ShouldAllBe(place => Strange(yaml, place).Any());

    [Theory]
    [InlineData("stacks: [{ count: 2, of: [a, { code: b, or: [c] }] }]", 0)]
    [InlineData("sources: { canvas: { settings: { accounts: x } } }", 1)]
    public void A_field_that_files_have_is_none_of_them(string yaml, int place) => Strange(yaml, Places[place]).ShouldBeEmpty();

    private static IEnumerable<string> Strange(string yaml, (string Schema, string Under) place)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        return Below(stream.Documents[0].RootNode, place.Under, Fields[place.Schema]);
    }

    private static IEnumerable<string> Below(YamlNode node, string at, HashSet<string> fields) => node switch
    {
        YamlSequenceNode list => list.SelectMany(child => Below(child, $"{at.TrimEnd('.')}[].", fields)),
        YamlMappingNode map when !IsOpen(at, fields) => map.SelectMany(entry =>
            Named(at, $"{entry.Key}", fields) is { } path ? Below(entry.Value, path + '.', fields) : [at + entry.Key]),
        _ => [],
    };

    /// <summary>Whether the file says no more of what is below: settings by name, or a text in two languages.</summary>
    private static bool IsOpen(string at, HashSet<string> fields) =>
        fields.Contains(at.TrimEnd('.')) && !fields.Any(field => field.StartsWith(at, StringComparison.Ordinal));

    private static string? Named(string at, string name, HashSet<string> fields)
    {
        string[] candidates = [at + name, Role().Replace(at, "connections.ROLE.") + name, at + "NAME"];
        return candidates.FirstOrDefault(path =>
            fields.Any(field => field == path || field.StartsWith(path + '.', StringComparison.Ordinal)));
    }

    [GeneratedRegex("^```yaml\n(?<yaml>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Example();

    [GeneratedRegex(@"^connections\.[a-z]+\.")]
    private static partial Regex Role();
}
