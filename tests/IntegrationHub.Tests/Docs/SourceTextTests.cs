using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Docs;

/// <summary>A text in the code has its two languages beside each other, and only where docs/voice.md lets it.</summary>
public sealed partial class SourceTextTests
{
    /// <summary>Rooms whose texts may stand beside what they describe.</summary>
    private static readonly Dictionary<string, string> Beside = new()
    {
        ["src/IntegrationHub.Catalogue/"] = "a rule and its two sentences, a member and what it means",
        ["src/IntegrationHub.Connectors/"] = "a kind and its guide",
        ["src/IntegrationHub.Sandbox/"] = "a campus of its own, with its own pages",
    };

    /// <summary>French that is no text of the hub’s for a person.</summary>
    private static readonly Dictionary<string, string> Other = new()
    {
        ["src/IntegrationHub.Catalogue/CatalogueSchemas.cs"] = "one title with both languages in it",
        ["src/IntegrationHub.Sandbox/Badgr/PublicAssertion.cs"] = "what a vendor’s server answers",
        ["src/IntegrationHub.Sandbox/Moodle/Statements.cs"] = "what a vendor’s server sends",
    };

    /// <summary>Words of the vendors’ own pages, which a guide repeats as they are.</summary>
    private static readonly Dictionary<string, string> OfTheVendors = new()
    {
        ["src/IntegrationHub.Connectors/Lms/Canvas/CanvasKind.cs: livraison"] = "Canvas calls it Delivery Method, “mode de livraison”",
    };

    /// <summary>What the switch to French says on an English page.</summary>
    private const string NameOfTheLanguage = "\"Français\"";

    private static IEnumerable<(string File, string French, string? English)> Texts =>
        SourceFile.All.Where(file => !Other.ContainsKey(Slashes(file.Name)))
            .SelectMany(file => file.Texts.Select(text => (Slashes(file.Name), text.French, text.English)));

    [Fact]
    public void A_room_with_a_home_has_no_French_in_its_code() =>
        Texts.Where(text => !Beside.Keys.Any(room => text.File.StartsWith(room, StringComparison.Ordinal))).ShouldBeEmpty();

    [Fact]
    public void French_in_the_code_has_its_English_beside_it()
    {
        Texts.Count().ShouldBeGreaterThan(200);
        Texts.Where(text => text.English is null && text.French != NameOfTheLanguage).ShouldBeEmpty();
    }

    [Fact]
    public void Both_languages_fill_in_the_same_things() =>
        Texts
            .Where(text => text.English is { } english && !SourceFile.Holes(text.French).SequenceEqual(SourceFile.Holes(english)))
            .ShouldBeEmpty();

    [Fact]
    public void No_text_in_the_code_uses_a_word_that_the_glossary_replaces() =>
        Texts
            .SelectMany(text =>
                Glossary
                    .Found(Prose(text.French), Glossary.NotInFrench)
                    .Concat(Glossary.Found(Prose(text.English ?? ""), Glossary.NotInEnglish))
                    .Select(word => $"{text.File}: {word}"))
            .ShouldBe(OfTheVendors.Keys);

    [Fact]
    public void Texts_in_the_code_are_set_as_their_language_is_set() =>
        Texts.Where(text => NotFrench().IsMatch(Set(text.French)) || Typewritten().IsMatch(Set(text.English ?? ""))).ShouldBeEmpty();

    [Theory]
    [InlineData("new(\"Corrigez-la à la ligne {line}.\", \"Fix it at line {line}.\")", true)]
    [InlineData("new(\"Corrigez-la à \" + \"la ligne.\",\n    \"Fix it.\")", true)]
    [InlineData("new(\"Réglez-le.\", \"Réglage\")", false)]
    [InlineData("var said = \"Réglez-le.\";", false)]
    [InlineData("new(\"Nommez l’abonnement.\", \"Name the subscription.\")", true)]
    [InlineData("new(\"Collez cette adresse\\u00a0: {0}\", \"Paste this address: {0}\")", true)]
    public void A_pair_is_known_by_what_follows(string code, bool paired) =>
        (new SourceFile("x.cs", code).Texts.First().English is not null).ShouldBe(paired);

    private static string Prose(string literal) =>
        ResxHome.Prose(literal.Trim('$').Trim('"').Replace("\\u00a0", " ", StringComparison.Ordinal));


    /// <summary>A literal as it is shown, without what is filled in.</summary>
    private static string Set(string literal) => Filled().Replace(literal, "0").Replace("\\u00a0", "\u00a0", StringComparison.Ordinal);

    [GeneratedRegex(@"\p{L}'\p{L}|\.\.\.| [;:!?%»](?!\w)|« ")]
    private static partial Regex NotFrench();

    [GeneratedRegex(@"\p{L}'\p{L}|\.\.\.")]
    private static partial Regex Typewritten();

    [GeneratedRegex(@"\{[^{}]+\}")]
    private static partial Regex Filled();

    private static string Slashes(string path) => path.Replace('\\', '/');
}
