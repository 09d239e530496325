using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Docs;

/// <summary>The texts of every room: both languages, the glossary's words, and set as each language is set.</summary>
public sealed partial class ResxTests
{
    /// <summary>Terms that a sentence inflects or replaces by a pronoun, so that their presence cannot be counted.</summary>
    private static readonly string[] Inflected =
    [
        "learner",
        "award",
        "credit-bearing",
        "settle",
        "replay",
        "secret",
        "verify",
        "authentication",
    ];

    /// <summary>Keys whose steps are names that are typed.</summary>
    private static readonly string[] Typed = ["replay.step", "api.noStep"];

    /// <summary>Lines of code, which are set as code is.</summary>
    private static readonly string[] Code = ["infra.lifeCycle", "infra.requireSignIn"];

    /// <summary>Words that are the same in both languages, names of products, and code.</summary>
    private static readonly string[] Shared =
    [
        "Active", "Catalogue", "Description", "Secrets", "Source", "Sources", "active", "requireAuthentication: true", "total",
    ];

    [Fact]
    public void Every_room_that_shows_texts_has_a_home()
    {
        string[] rooms = ["Catalogue", "Cli", "Connectors", "Console", "Core", "Functions"];
        ResxHome.All.Select(home => home.Name.Split('/', '\\')[1]).ShouldBe(rooms.Select(room => $"IntegrationHub.{room}"));
        ResxHome.Texts.Count().ShouldBeGreaterThan(1000);
    }

    [Fact]
    public void Both_languages_have_the_same_texts_and_none_is_empty()
    {
        foreach (var home in ResxHome.All)
        {
            home.French.Keys.ShouldBe(home.English.Keys, home.Name);
            home.English.Concat(home.French).Where(text => text.Value.Length == 0).ShouldBeEmpty(home.Name);
        }
    }

    [Fact]
    public void Both_languages_fill_in_the_same_things() =>
        ResxHome.Texts.Where(text => !Filled(text.French).SequenceEqual(Filled(text.English))).ShouldBeEmpty();

    [Fact]
    public void No_key_is_in_two_homes() =>
        ResxHome
            .All.Where(home => !home.Name.Contains("Cli", StringComparison.Ordinal))
            .SelectMany(home => home.English.Keys)
            .ShouldBeUnique();

    [Fact]
    public void No_text_uses_a_word_that_the_glossary_replaces() =>
        ResxHome.Texts.SelectMany(text => Glossary.Found(ResxHome.Prose(text.English), Glossary.NotInEnglish)
                .Concat(Glossary.Found(ResxHome.Prose(text.French), Glossary.NotInFrench)).Select(word => $"{text.Key}: {word}"))
            .ShouldBeEmpty();

    [Fact]
    public void A_term_is_said_in_French_as_the_glossary_says_it()
    {
        var missed = from term in Glossary.Terms
                     where !term.English.Intersect(Inflected).Any()
                     from text in ResxHome.Texts
                     where !Typed.Contains(text.Key) && Glossary.Has(ResxHome.Prose(text.English).Replace("Open Badge", ""), term.English)
                     where !Glossary.Has(text.French, term.French)
                     select $"{text.Key}: {term.English[0]} is {term.French[0]}";
        missed.ShouldBeEmpty();
    }

    [Fact]
    public void No_French_text_is_the_English_one() =>
        ResxHome.Texts.Where(text => text.English == text.French && Sentence().IsMatch(ResxHome.Prose(text.French)))
            .Select(text => text.French).Distinct().Order(StringComparer.Ordinal).ShouldBe(Shared);

    [Fact]
    public void No_French_text_has_an_English_word() =>
        ResxHome
            .Texts.Where(text => English().IsMatch(ResxHome.Prose(text.French)))
            .Select(text => $"{text.Key}: {text.French}")
            .ShouldBeEmpty();

    [Fact]
    public void The_French_is_set_as_French_is_set() =>
        ResxHome
            .Texts.Where(text => !Code.Contains(text.Key) && IsMisplaced(text.French))
            .Select(text => $"{text.Key}: {text.French}")
            .ShouldBeEmpty();

    [Fact]
    public void Apostrophes_and_ellipses_are_typographic() =>
        ResxHome.Texts.Where(text => Typewritten().IsMatch($"{text.English} {text.French}")).Select(text => text.Key).ShouldBeEmpty();

    private static IEnumerable<string> Filled(string text) =>
        Placeholder().Matches(text).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\{\d+(?::[^}]*)?\}")]
    private static partial Regex Placeholder();

    /// <summary>More than names, numbers and abbreviations.</summary>
    [GeneratedRegex(@"(?<![\w/-])[a-z]{4,}(?![\w/:-])|^[A-Z][a-z]{4,}$")]
    private static partial Regex Sentence();

    [GeneratedRegex(@"(?<![\w./-])(?:the|of|is|are|and|with|from|was|that|which|cannot|without)(?![\w./-])")]
    private static partial Regex English();

    /// <summary>Whether a French text has a blank where Canadian French has none, or none where it has one.</summary>
    internal static bool IsMisplaced(string french) => Misplaced().IsMatch(french);

    [GeneratedRegex("[ \u00a0\u202f][;!?]| [:%»]|« |[^\u00a0\\d{}/]:(?![\\w/])|«[^\u00a0]|[^\u00a0]»")]
    private static partial Regex Misplaced();

    [GeneratedRegex(@"\p{L}'\p{L}|\.\.\.")]
    private static partial Regex Typewritten();
}
