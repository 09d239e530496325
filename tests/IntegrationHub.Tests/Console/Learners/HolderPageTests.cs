using System.Net;
using IntegrationHub.Core.Badges;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.MicroCredentials;
using IntegrationHub.Testing.Console;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Console.Learners;

public sealed class HolderPageTests : IAsyncLifetime
{
    private PublicHub _hub = null!;

    public async ValueTask InitializeAsync() => _hub = await PublicHub.Start();

    public ValueTask DisposeAsync() => _hub.DisposeAsync();

    [Fact]
    public async Task The_learner_sees_every_badge_of_the_institution_with_its_state()
    {
        var (id, home) = await Issue();
        await _hub.Issue(PublicSamples.Maika, PublicSamples.FirstAid);
        await _hub.Issue(PublicSamples.Aputi);
        await _hub.Say(id, CredentialStatus.Suspended, "under review");

        var words = Pages.Words(await _hub.Page($"{home}?lang=en"));

        words.ShouldContain("Hello \u2068Maïka\u2069,");
        words.ShouldContain("Small Community Water Treatment this badge March\u00a01, 2026 ! Suspended not accepted yet");
        words.ShouldContain("First Aid March\u00a01, 2026 ✓ Valid not accepted yet");
        words.ShouldNotContain("ᐊᐳᑎ");
    }

    [Fact]
    public async Task The_survey_is_opened_through_an_address_that_counts()
    {
        var (id, home) = await Issue();
        Water(water => water with { Survey = new("https://survey.example.ca/water") });
        Pages.Words(await _hub.Page($"{home}?lang=en")).ShouldContain("Open the end-of-learning survey");

        var answer = await _hub.Visitor.GetAsync($"{home}/survey");

        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        answer.Headers.Location!.AbsoluteUri.ShouldBe("https://survey.example.ca/water");
        (await _hub.Holding(id)).SurveyOpened.ShouldBe(1);
        _hub.SignIn();
        var award = (await _hub.Of(id)).Award;
        Pages.Words(await _hub.Page($"/awards/{award}?lang=en")).ShouldContain("End-of-learning survey, opened by the learner: 1 times");
        (await _hub.Api.Award($"{award}", TestContext.Current.CancellationToken)).SurveyOpened.ShouldBe(1);
    }

    [Fact]
    public async Task Who_asks_by_HEAD_where_the_survey_is_has_not_opened_it()
    {
        var (id, home) = await Issue();
        Water(water => water with { Survey = new("https://survey.example.ca/water") });

        var answer = await _hub.Visitor.SendAsync(new(HttpMethod.Head, $"{home}/survey"));

        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        answer.Headers.Location!.AbsoluteUri.ShouldBe("https://survey.example.ca/water");
        (await _hub.Holding(id)).SurveyOpened.ShouldBe(0);
    }

    [Fact]
    public async Task Without_a_survey_there_is_none_to_open()
    {
        var (_, home) = await Issue();
        (await _hub.Visitor.GetAsync($"{home}/survey")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        Pages.Words(await _hub.Page($"{home}?lang=en")).ShouldNotContain("survey");
    }

    [Fact]
    public async Task The_page_shows_where_it_can_lead()
    {
        var (_, home) = await Issue();
        _hub.Change(institution => institution with
        {
            MicroCredentials = new Dictionary<string, MicroCredential>(institution.MicroCredentials)
            {
                ["operator"] = PublicSamples.Water with
                {
                    Code = "operator",
                    Assessment = null,
                    Stacks = [new(StackMeasure.All, 0, [new([PublicSamples.Water.Code]), new([PublicSamples.FirstAid.Code])])],
                    Summary = PublicSamples.Water.Summary with { Title = new("Exploitation", "Operator"), Credits = 3 },
                },
            },
        });

        var words = Pages.Words(await _hub.Page($"{home}?lang=en"));

        words.ShouldContain("Where this can lead Operator Worth 3 credits when complete. Components earned: 0 of 2.");
        words.ShouldContain("First Aid still to do");
    }

    [Fact]
    public async Task Accepting_keeps_the_choice_about_the_name_and_can_be_chosen_anew()
    {
        var (id, home) = await Issue();

        var answer = await _hub.Post(home, $"{home}/acts/accept?lang=en", ("name", "yes"));
        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await _hub.Holding(id)).ShouldSatisfyAllConditions(
            holding => holding.Accepted.ShouldNotBeNull(),
            holding => holding.ShowsName.ShouldBeTrue());
        Pages.Words(await _hub.Page(answer.Headers.Location!.OriginalString)).ShouldContain("Its public page shows your name.");

        await _hub.Post(home, $"{home}/acts/accept?lang=en");
        (await _hub.Holding(id)).ShowsName.ShouldBeFalse();
    }

    [Fact]
    public async Task Withdrawing_is_asked_once_more_then_nobody_but_the_learner_sees_it()
    {
        var (id, home) = await Issue();
        Pages
            .Words(await _hub.Page($"{home}/withdraw?lang=en"))
            .ShouldContain("Withdraw “Small Community Water Treatment” from public view?");

        await _hub.Post($"{home}/withdraw", $"{home}/acts/withdraw?lang=en");

        foreach (var path in new[] { $"/credentials/{id}", $"/credentials/{id}.json", $"/verify/{id}" })
            (await _hub.Visitor.GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        Pages.Words(await _hub.Page($"{home}?lang=en")).ShouldContain("You withdrew the badge from public view on March\u00a01, 2026.");
        (await _hub.Visitor.GetStringAsync($"{home}/files/credential.json")).ShouldBe((await _hub.Of(id)).Documents!.Json);
    }

    [Fact]
    public async Task Accepting_again_brings_a_withdrawn_badge_back()
    {
        var (id, home) = await Issue();
        await _hub.Post(home, $"{home}/acts/withdraw");

        await _hub.Post(home, $"{home}/acts/accept");

        (await _hub.Visitor.GetAsync($"/credentials/{id}")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("linkedin", SharePlace.LinkedIn, "https://www.linkedin.com/profile/add?startTask=CERTIFICATION_NAME&name=Small")]
    [InlineData("email", SharePlace.Email, "?lang=en&shared=email#share")]
    [InlineData("link", SharePlace.Link, "?lang=en&shared=link#share")]
    [InlineData("wallet", SharePlace.Wallet, "/files/credential.json")]
    public async Task Sharing_is_counted_by_place_and_leads_there(string act, SharePlace place, string leadsTo)
    {
        var (id, home) = await Issue();

        var answer = await _hub.Post(home, $"{home}/acts/{act}?lang=en");

        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        answer.Headers.Location!.OriginalString.ShouldContain(leadsTo);
        (await _hub.Holding(id)).Shares.ShouldBe(new Dictionary<SharePlace, int> { [place] = 1 });
    }

    [Fact]
    public async Task No_other_site_learns_the_private_address()
    {
        var (id, home) = await Issue();
        var token = _hub.TokenOf(id);

        var answer = await _hub.Visitor.GetAsync($"{home}?lang=en&shared=email");
        var html = await answer.Content.ReadAsStringAsync();

        answer.Headers.GetValues("Referrer-Policy").ShouldBe(["same-origin"]);
        answer.Headers.GetValues("X-Robots-Tag").ShouldBe(["noindex"]);
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        html.ShouldContain("mailto:?subject=");
        foreach (var address in html.Split("href=\"")
                .Skip(1)
                .Select(rest => rest[..rest.IndexOf('"', StringComparison.Ordinal)])
                .Where(address => !address.StartsWith('/')))
            address.ShouldNotContain(token);
        (await _hub.Post(home, $"{home}/acts/linkedin")).Headers.Location!.OriginalString.ShouldNotContain(token);
    }

    [Fact]
    public async Task The_private_address_is_never_logged()
    {
        var (id, home) = await Issue();

        await _hub.Page(home);
        await _hub.Post(home, $"{home}/acts/accept");
        await _hub.Visitor.PostAsync($"{home}/acts/accept", null);

        _hub.Log.ShouldContain(line => line.Contains("Function HolderAct answered 303", StringComparison.Ordinal));
        _hub.Log.ShouldNotContain(line => line.Contains(_hub.TokenOf(id), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("accept")]
    [InlineData("unheard-of")]
    [InlineData("1")]
    public async Task A_link_or_an_act_that_does_not_exist_leads_nowhere(string act)
    {
        var (id, home) = await Issue();
        var other = act == "accept" ? $"/learner/{id}-aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" : home;

        (await _hub.Post(home, $"{other}/acts/{act}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await _hub.Holding(id)).Accepted.ShouldBeNull();
    }

    [Fact]
    public async Task After_an_erasure_the_private_link_is_dead()
    {
        var (id, home) = await Issue();
        await _hub.Erase(id);

        (await _hub.Visitor.GetAsync(home)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await _hub.Visitor.GetAsync($"{home}/files/credential.json")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_form_of_another_site_is_not_obeyed()
    {
        var (id, home) = await Issue();

        (await _hub.Visitor.PostAsync($"{home}/acts/withdraw", new FormUrlEncodedContent([]))).StatusCode.ShouldBe(
            HttpStatusCode.BadRequest);

        (await _hub.Holding(id)).Withdrawn.ShouldBeNull();
    }

    private async Task<(CredentialId Id, string Home)> Issue()
    {
        var id = await _hub.Issue(PublicSamples.Maika);
        return (id, $"/learner/{_hub.TokenOf(id)}");
    }

    private void Water(Func<MicroCredential, MicroCredential> change) => _hub.Change(institution => institution with
    {
                MicroCredentials = new Dictionary<string, MicroCredential>(institution.MicroCredentials)
                {
                    [PublicSamples.Water.Code] = change(institution.MicroCredentials[PublicSamples.Water.Code]),
                },
    });
}
