using System.Text.RegularExpressions;
using IntegrationHub.Testing;

namespace IntegrationHub.Tests.Docs;

/// <summary>A source file and the French that its code holds, each with the expression that follows it.</summary>
/// <param name="Name">Path in the repository.</param>
/// <param name="Code">The code without its comments.</param>
internal sealed partial record SourceFile(string Name, string Code)
{
    /// <summary>Every C# file and Razor page under src/.</summary>
    public static IReadOnlyList<SourceFile> All { get; } =
    [
        .. Paths("*.cs").Concat(Paths("*.razor")).Order(StringComparer.Ordinal)
            .Select(path => new SourceFile(Path.GetRelativePath(Repository.Root, path), Comment().Replace(File.ReadAllText(path), ""))),
    ];

    /// <summary>
    /// String expressions with what English does not have: letters, quotes, elisions; the English is null where none follows.
    /// </summary>
    public IEnumerable<(string French, string? English)> Texts =>
        Pair()
            .Matches(Code)
            .Where(found => Foreign().IsMatch(found.Groups["fr"].Value))
            .Select(found =>
                (found.Groups["fr"].Value, found.Groups["en"] is { Success: true, Value: var en } && !Foreign().IsMatch(en) ? en : null));


    public static IEnumerable<string> Paths(string pattern) =>
        Directory.EnumerateFiles(Repository.Path("src"), pattern, SearchOption.AllDirectories).Where(path => !Made().IsMatch(path));

    /// <summary>What is filled in: the braces of an interpolated string.</summary>
    public static IEnumerable<string> Holes(string text) =>
        Hole()
            .Matches(text)
            .Select(found => found.Value.Replace(".Fr", "", StringComparison.Ordinal).Replace(".En", "", StringComparison.Ordinal))
            .Where(hole => !hole.Contains('"', StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    private const string Literal = """(?:\$"(?:[^"\\{}]|\\.|\{\{|\}\}|\{(?:[^{}"]|"(?:[^"\\]|\\.)*")*\})*"|"(?:[^"\\]|\\.)*["])""";
    private const string Expression = $@"{Literal}(?:\s*\+\s*{Literal})*";

    [GeneratedRegex($@"(?<fr>{Expression})(?=\s*,\s*(?<en>{Expression}))?")]
    private static partial Regex Pair();

    /// <summary>Accents, guillemets, elisions and the blank before a colon.</summary>
    [GeneratedRegex(@"[àâçéèêëîïôûùüœÀÂÇÉÈÊÎÔŒ«»]|(?<!\p{L})(?:[CDJLMNScdjlmnst]|[Qq]u)['’]\p{L}|\\u00a0:")]
    private static partial Regex Foreign();

    [GeneratedRegex(@"\{[^{}]+\}")]
    private static partial Regex Hole();

    [GeneratedRegex(@"^\s*(?://|\*).*$", RegexOptions.Multiline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"[/\\](?:bin|obj|node_modules)[/\\]")]
    private static partial Regex Made();
}
