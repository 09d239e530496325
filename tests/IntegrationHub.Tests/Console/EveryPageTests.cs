using System.Net;
using System.Text.RegularExpressions;
using IntegrationHub.Console.AwardDetails;
using IntegrationHub.Console.Home;
using IntegrationHub.Console.Texts;
using IntegrationHub.Core.Awarding;
using IntegrationHub.Testing.Console;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Console;

public partial class EveryPageTests
{
    [Theory]
    [InlineData("fr", "en")]
    [InlineData("en", "fr")]
    public async Task A_page_has_no_label_of_the_other_language(string language, string other)
    {
        var own = Keys().Select(key => PageTexts.In(language, key)).ToHashSet();
        var foreign = Keys().Select(key => PageTexts.In(other, key)).Except(own).ToHashSet();

        foreach (var html in await EveryPage.In(language))
            Pages.Pieces(Elsewhere(other).Replace(html, "")).Intersect(foreign).ShouldBeEmpty();
    }

    private static IEnumerable<string> Keys() => PageTexts.Home.Keys("en").Concat(Core.Texts.Text.Home.Keys("en"));

    [Fact]
    public async Task Every_control_has_a_label_and_every_button_a_name()
    {
        var fields = 0;
        foreach (var html in await EveryPage.In("fr"))
        {
            foreach (var field in Fields()
                    .Matches(html)
                    .Select(match => match.Value)
                    .Where(field => !field.Contains("type=\"hidden\"", StringComparison.Ordinal)))
            {
                fields++;
                html.ShouldContain($"<label for=\"{Id().Match(field).Groups[1].Value}\">");
            }

            foreach (Match button in Buttons().Matches(html))
                Pages.Words(button.Groups[1].Value).Trim().ShouldNotBeEmpty();
        }

        fields.ShouldBeGreaterThan(1);
    }

    [Fact]
    public async Task No_id_is_given_twice_and_what_is_pointed_at_exists()
    {
        foreach (var html in await EveryPage.In("en"))
        {
            var ids = Id().Matches(html).Select(match => match.Groups[1].Value).ToList();
            ids.ShouldBeUnique();
            PointedAt().Matches(html).SelectMany(match => match.Groups[1].Value.Split(' ')).ShouldBeSubsetOf(ids);
        }
    }

    [Fact]
    public async Task Every_form_carries_the_antiforgery_field()
    {
        foreach (var html in await EveryPage.In("en"))
        {
            var forms = html.Split("<form").Skip(1).ToList();
            forms.ShouldAllBe(form =>
                form.Contains("""<input type="hidden" name="token-field" value="token-value" """.TrimEnd(), StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_strict_content_security_policy_suffices()
    {
        foreach (var html in await EveryPage.In("fr"))
        {
            Inline().Matches(html).ShouldBeEmpty();
            Loaded().Matches(html).Select(match => match.Groups[1].Value).ShouldAllBe(address => Own().IsMatch(address));
            WebUtility.HtmlDecode(html).ShouldContain("""{"allowEval":false,"includeIndicatorStyles":false""");
        }
    }

    [Fact]
    public async Task Everything_from_outside_is_encoded()
    {
        const string evil = "<script>alert(1)</script>\" onfocus=\"x";
        var view = Samples.WithFailedTranscript(evil) with
        {
            Learner = Samples.Learner with { GivenName = evil, FamilyName = evil, StudentNumber = evil },
            MicroCredential = Samples.Water with { Summary = Samples.Water.Summary with { Title = new(evil, evil) } },
            Institution = Samples.LacNord with { Name = new(evil, evil) },
            Evidence = [.. Samples.View().Evidence.Select(evidence => evidence with { EventId = evil, EventName = evil, Source = evil })],
            Timeline =
            [
                new(
                    0,
                    Samples.Earned,
                    IntegrationHub.Core.Model.Awards.TimelineEvent.Failed,
                    IntegrationHub.Core.Model.Awards.StepName.Badge,
                    evil),
            ],
        };
        IReadOnlyList<AwardView> awards = [view];
        var attention = Samples
            .EveryCause.Select(item => item with { Subject = item.Cause.Read(new(evil, evil, evil)), Detail = evil })
            .ToList();

        var html =
            await Pages.Render<HomePage>("en", ("Awards", awards), ("Attention", attention))
            + await Pages.Render<AwardPage>("en", ("View", view));

        Pages.Words(html).ShouldContain(evil);
        html.ShouldNotContain("<script>alert");
        html.ShouldNotContain("\" onfocus");
    }

    [Fact]
    public async Task The_language_switch_leads_to_the_same_page()
    {
        foreach (var html in await EveryPage.In("fr"))
            html.ShouldContain("""<a href="/here?lang=en" lang="en" hreflang="en">English</a>""");
    }

    /// <summary>What is in the other language on purpose, and names of files' members, which are in none.</summary>
    private static Regex Elsewhere(string language) =>
        new($"<(\\w+)[^>]*lang=\"{language}\"[^>]*>.*?</\\1>|<code>.*?</code>", RegexOptions.Singleline);

    [GeneratedRegex("<(?:input|textarea)[^>]*>")]
    private static partial Regex Fields();

    [GeneratedRegex(" id=\"([^\"]*)\"")]
    private static partial Regex Id();

    [GeneratedRegex("(?:aria-labelledby|aria-describedby| for)=\"([^\"]*)\"")]
    private static partial Regex PointedAt();

    [GeneratedRegex("<button[^>]*>(.*?)</button>", RegexOptions.Singleline)]
    private static partial Regex Buttons();

    [GeneratedRegex("<[^>]* (?:style|on[a-z]+)=|<style|<script(?![^>]* src=)")]
    private static partial Regex Inline();

    [GeneratedRegex("^/(?:assets|issuers|credentials)/")]
    private static partial Regex Own();

    [GeneratedRegex("<(?:script|link|img)[^>]* (?:src|href)=\"([^\"]*)\"")]
    private static partial Regex Loaded();
}
