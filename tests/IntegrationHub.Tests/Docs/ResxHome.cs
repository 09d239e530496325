using System.Text.RegularExpressions;
using IntegrationHub.OpenBadges;
using IntegrationHub.Testing;

namespace IntegrationHub.Tests.Docs;

/// <summary>One room's texts in both languages, as the files beside the sources hold them.</summary>
/// <param name="Name">Path of the English file in the repository.</param>
/// <param name="English">Texts by key.</param>
/// <param name="French">Texts by key.</param>
internal sealed partial record ResxHome(
    string Name,
    IReadOnlyDictionary<string, string> English,
    IReadOnlyDictionary<string, string> French)
{
    /// <summary>Every home under src/, found by its files.</summary>
    public static IReadOnlyList<ResxHome> All { get; } =
    [
        .. SourceFile
            .Paths("*.resx")
            .Select(path => path.Replace(".fr.resx", ".resx", StringComparison.Ordinal))
            .Distinct()
            .Order(StringComparer.Ordinal)
            .Select(path => new ResxHome(Path.GetRelativePath(Repository.Root, path), Read(path), Read(path[..^5] + ".fr.resx"))),
    ];

    /// <summary>Every text in both languages.</summary>
    public static IEnumerable<(string Key, string English, string French)> Texts { get; } =
    [.. All.SelectMany(home => home.English.Keys.Intersect(home.French.Keys).Select(key => (key, home.English[key], home.French[key])))];

    /// <summary>The sentence alone: without placeholders, quoted names and commands.</summary>
    public static string Prose(string text) => NoProse().Replace(text, "x");

    private static Dictionary<string, string> Read(string path) =>
        BoundedXml
            .Load(File.ReadAllText(path))
            .Root!.Elements("data")
            .ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value);

    [GeneratedRegex(
        @"\{[^{}]*\}|“[^”]*”|«[^»]*»|""[^""]*""|'[^']*'|\./hub( [a-z]+)*|(?:src|tests)/[\w./]+|[\w./-]+\.(?:ya?ml|json|sln|md)\b")]
    private static partial Regex NoProse();
}
