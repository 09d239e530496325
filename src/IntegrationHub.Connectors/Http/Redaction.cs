using System.Text.RegularExpressions;

namespace IntegrationHub.Connectors.Http;

/// <summary>Makes a vendor's own words fit for an error that people and logs see.</summary>
internal static partial class Redaction
{
    private const int Read = 2000;
    private const int Shown = 300;

    /// <summary>
    /// The text on one line, at most 300 characters, without e-mail addresses, links, GUIDs and student numbers; error codes stay.
    /// </summary>
    public static string Of(string text)
    {
        var start = text.Length <= Read ? text : text[..Read];
        var clean = Personal().Replace(start.ReplaceLineEndings(" ").Trim().TrimEnd('.'), "…");
        return clean.Length <= Shown ? clean : clean[..Shown] + "…";
    }

    // A student number is six digits or more, after at most four letters (A00123456; a code permanent is GAGA12345678):
    // an error code has more letters (AADSTS700016) or fewer digits (ORA-20100).
    [GeneratedRegex("""
        https?://[^\s"'<>]+
        | [^\s"'<>()\[\]{},;:=]+ (?:@|%40) [^\s"'<>()\[\]{},;:=]+
        | (?<![0-9a-z]) [0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12} (?![0-9a-z])
        | (?<![0-9a-z]) [a-z]{0,4}[0-9]{6,} (?![0-9a-z])
        """, RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Personal();
}
