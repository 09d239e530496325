using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Docs;

/// <summary>The glossary's words are kept, and French is set as French is set.</summary>
public sealed partial class VoiceTests
{
    private const string Glossary = "docs/glossary.md";

    [Fact]
    public void The_README_is_read_in_a_few_minutes() =>
        DocPage.Of("README.md").Text.TrimEnd().Split('\n').Length.ShouldBeLessThanOrEqualTo(120);

    [Fact]
    public void No_page_uses_a_word_that_the_glossary_replaces() =>
        Pages().SelectMany(page => Found(page.English, "Words we do not write").Select(word => $"{page.Name}: {word}")).ShouldBeEmpty();

    [Fact]
    public void No_French_page_uses_a_word_that_the_glossary_replaces() =>
        Pages().SelectMany(page => Found(page.French, "Mots à éviter").Select(word => $"{page.Name}: {word}")).ShouldBeEmpty();

    [Theory]
    [InlineData("Words we do not write", "Mend the setting.", "mend")]
    [InlineData("Words we do not write", "It is kept for\never.", "for ever")]
    [InlineData("Words we do not write", "The bearer amends it.", null)]
    [InlineData("Mots à éviter", "La dernière livraison du hub", "livraison")]
    public void A_word_is_found_whole_and_across_lines(string table, string text, string? word) =>
        Found(text, table).FirstOrDefault().ShouldBe(word);

    [Fact]
    public void The_French_is_set_as_French_is_set() =>
        Pages().SelectMany(page => Unset().Matches(DocPage.Prose(page.French)).Select(found => $"{page.Name}: {found.Value}"))
            .ShouldBeEmpty();

    [Theory]
    [InlineData("Trois choses :")]
    [InlineData("Prêt ?")]
    [InlineData("« Oui »")]
    public void A_plain_blank_where_a_no_break_space_belongs_is_found(string text) => Unset().IsMatch(text + " ").ShouldBeTrue();

    [Fact]
    public void The_glossary_has_each_term_once_and_in_both_languages()
    {
        var terms = Rows("Terms").Skip(2).Select(row => row.Split('|', StringSplitOptions.TrimEntries)).ToList();
        terms.Count.ShouldBeGreaterThan(40);
        terms.ShouldAllBe(cells => cells.Length == 5 && cells[1] != "" && cells[2] != "" && cells[3] != "");
        terms.Select(cells => cells[1]).ShouldBeUnique();
    }

    private static IEnumerable<DocPage> Pages() => DocPage.All.Where(page => page.Name != Glossary);

    private static IEnumerable<string> Found(string text, string table)
    {
        var prose = DocPage.Prose(text).Replace('\u00a0', ' ');
        return Words(table).Where(word =>
            Regex.IsMatch(prose, $@"(?<![\p{{L}}-]){Regex.Escape(word)}(?![\p{{L}}-])", RegexOptions.IgnoreCase));
    }

    private static List<string> Words(string table)
    {
        var words = Rows(table)
            .SelectMany(row => Quoted().Matches(row.Split('|')[1]).Select(found => found.Groups["word"].Value)).ToList();
        words.Count.ShouldBeGreaterThan(10);
        return words;
    }

    private static IEnumerable<string> Rows(string heading) =>
        DocPage.Of(Glossary).Text.Split($"\n## {heading}\n")[1].Split("\n## ")[0].Split('\n').Where(line => line.StartsWith('|'));

    [GeneratedRegex("`(?<word>[^`]+)`")]
    private static partial Regex Quoted();

    /// <summary>A plain blank where a no-break space belongs, or any blank where none does.</summary>
    [GeneratedRegex(@".{0,20}(?: [:%»](?=\s)|« |\p{Zs}[;!?](?=\s)|\w:(?=\s)|\d%).{0,10}")]
    private static partial Regex Unset();
}
