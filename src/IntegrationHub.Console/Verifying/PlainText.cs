using System.Text.RegularExpressions;

namespace IntegrationHub.Console.Verifying;

/// <summary>Markdown of a stranger as plain text: no link and no markup of theirs becomes ours.</summary>
internal static partial class PlainText
{
    public static string? Of(string? markdown) =>
        markdown is null
            ? null
            : BlankLines().Replace(Link().Replace(markdown.Replace("**", "", StringComparison.Ordinal), "$1 ($2)"), "\n");

    [GeneratedRegex(@"\[([^\]]*)\]\(([^)]*)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"(?:\r?\n)+")]
    private static partial Regex BlankLines();
}
