using System.Text.RegularExpressions;

namespace IntegrationHub.Tests.Docs;

/// <summary>The words of docs/glossary.md: the terms in both languages, and those that are not written.</summary>
internal static partial class Glossary
{
    public const string Page = "docs/glossary.md";
    public const string NotInEnglish = "Words we do not write";
    public const string NotInFrench = "Mots à éviter";

    /// <summary>The terms, each with the ways to say it.</summary>
    public static IReadOnlyList<(string[] English, string[] French)> Terms { get; } =
    [
        .. Rows("Terms").Skip(2).Select(row => row.Split('|'))
            .Where(cells => !cells[1].Contains(':', StringComparison.Ordinal))
            .Select(cells => (Ways(cells[1]), Ways(cells[2]))),
    ];

    /// <summary>The words of a table that stand in a text: whole, in any case, across lines, with either apostrophe.</summary>
    public static IEnumerable<string> Found(string text, string table)
    {
        var prose = Even(text);
        return Words(table).Where(word => Has(prose, Regex.Escape(Even(word))));
    }

    /// <summary>Whether a text has a term, in the singular or the plural.</summary>
    public static bool Has(string text, IEnumerable<string> ways) =>
        ways.Any(way => Has(Even(text), string.Join(' ', way.Split(' ').Select(word => $"{Regex.Escape(Even(word))}(?:e?s|x|es|e)?"))));

    public static IEnumerable<string> Rows(string heading) =>
        DocPage.Of(Page).Text.Split($"\n## {heading}\n")[1].Split("\n## ")[0].Split('\n').Where(line => line.StartsWith('|'));

    private static bool Has(string text, string pattern) =>
        Regex.IsMatch(text, $@"(?<![\p{{L}}-]){pattern}(?![\p{{L}}-])", RegexOptions.IgnoreCase);

    private static List<string> Words(string table) =>
        [.. Rows(table).SelectMany(row => Quoted().Matches(row.Split('|')[1]).Select(found => found.Groups["word"].Value))];

    private static string[] Ways(string cell) =>
        [
            .. Article()
                .Replace(cell, "")
                .Split([',', ';', '(', ')'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
        ];

    private static string Even(string text) => Blanks().Replace(text.Replace('’', '\''), " ");

    [GeneratedRegex("`(?<word>[^`]+)`")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"(?<=^\s*)(?:le|la|un|une)\s|`[^`]*`")]
    private static partial Regex Article();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
