using System.Text.RegularExpressions;
using IntegrationHub.Core.Texts;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Console;

public partial class TextsTests
{
    [Fact]
    public void Both_languages_have_the_same_texts() =>
        Text.Keys("fr").Order(StringComparer.Ordinal).ShouldBe(Text.Keys("en").Order(StringComparer.Ordinal));

    [Fact]
    public void Both_languages_fill_in_the_same_things()
    {
        foreach (var key in Text.Keys("en"))
            Placeholders(Text.In("fr", key)).ShouldBe(Placeholders(Text.In("en", key)), key);
    }

    [Fact]
    public void French_puts_blanks_where_Canadian_French_does()
    {
        foreach (var key in Text.Keys("fr"))
            IsMisplaced(Text.In("fr", key)).ShouldBeFalse(
                $"{key}: a colon, a percent sign and guillemets take a non-breaking blank; ; ! ? take none");
    }

    [Fact]
    public void Apostrophes_and_ellipses_are_typographic()
    {
        foreach (var key in Text.Keys("en"))
            (Text.In("fr", key) + Text.In("en", key)).ShouldNotMatch("['\"]|\\.\\.\\.");
    }

    /// <summary>Whether a French text has a blank where Canadian French has none, or none where it has one.</summary>
    internal static bool IsMisplaced(string french) => Misplaced().IsMatch(french);

    private static IEnumerable<string> Placeholders(string text) =>
        Placeholder().Matches(text).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\{\d+(?::[^}]*)?\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex("[ \u00a0\u202f][;!?]| [:%»]|« |[^\u00a0\\d{}/]:(?!\\w)|«[^\u00a0]|[^\u00a0]»")]
    private static partial Regex Misplaced();
}
