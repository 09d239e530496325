using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Docs;

/// <summary>The glossary's words are kept, and French is set as French is set.</summary>
public sealed partial class VoiceTests
{
    [Fact]
    public void The_README_is_read_in_a_few_minutes() =>
        DocPage.Of("README.md").Text.TrimEnd().Split('\n').Length.ShouldBeLessThanOrEqualTo(120);

    [Fact]
    public void No_page_uses_a_word_that_the_glossary_replaces() =>
        Pages()
            .SelectMany(page => Glossary.Found(DocPage.Prose(page.English), Glossary.NotInEnglish).Select(word => $"{page.Name}: {word}"))
            .ShouldBeEmpty();

    [Fact]
    public void No_French_page_uses_a_word_that_the_glossary_replaces() =>
        Pages()
            .SelectMany(page => Glossary.Found(DocPage.Prose(page.French), Glossary.NotInFrench).Select(word => $"{page.Name}: {word}"))
            .ShouldBeEmpty();

    [Theory]
    [InlineData(Glossary.NotInEnglish, "Mend the setting.", "mend")]
    [InlineData(Glossary.NotInEnglish, "It is kept for\never.", "for ever")]
    [InlineData(Glossary.NotInEnglish, "The bearer amends it.", null)]
    [InlineData(Glossary.NotInFrench, "La dernière livraison du hub", "livraison")]
    public void A_word_is_found_whole_and_across_lines(string table, string text, string? word) =>
        Glossary.Found(text, table).FirstOrDefault().ShouldBe(word);

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
        var terms = Glossary.Rows("Terms").Skip(2).Select(row => row.Split('|', StringSplitOptions.TrimEntries)).ToList();
        terms.Count.ShouldBeGreaterThan(40);
        terms.ShouldAllBe(cells => cells.Length == 5 && cells[1] != "" && cells[2] != "" && cells[3] != "");
        terms.Select(cells => cells[1]).ShouldBeUnique();
    }

    private static IEnumerable<DocPage> Pages() => DocPage.All.Where(page => page.Name != Glossary.Page);

    /// <summary>A plain blank where a no-break space belongs, or any blank where none does.</summary>
    [GeneratedRegex(@".{0,20}(?: [:%»](?=\s)|« |\p{Zs}[;!?](?=\s)|\w:(?=\s)|\d%).{0,10}")]
    private static partial Regex Unset();
}
