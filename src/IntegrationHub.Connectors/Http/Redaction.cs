using System.Text.RegularExpressions;

namespace IntegrationHub.Connectors.Http;

/// <summary>Makes a vendor's own words fit for an error that people and logs see.</summary>
internal static partial class Redaction
{
    /// <summary>The text on one line, at most 300 characters, without e-mail addresses, links and long numbers (student numbers).</summary>
    public static string Of(string text)
    {
        text = Personal().Replace(text.ReplaceLineEndings(" ").Trim().TrimEnd('.'), "…");
        return text.Length <= 300 ? text : text[..300] + "…";
    }

    [GeneratedRegex(@"\S+@\S+|https?://\S+|\b\d{6,}\b", RegexOptions.IgnoreCase)]
    private static partial Regex Personal();
}
