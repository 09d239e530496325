using System.Net;
using IntegrationHub.Core.Badges;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Testing.Console;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Console.Credentials;

public sealed class CredentialPageTests : IAsyncLifetime
{
    private PublicHub _hub = null!;

    public async ValueTask InitializeAsync() => _hub = await PublicHub.Start();

    public ValueTask DisposeAsync() => _hub.DisposeAsync();

    [Theory]
    [InlineData(
        "en",
        "Small Community Water Treatment",
        "Take samples and keep their chain of custody. Aligned with: collect water samples (ESCO)",
        "30.5",
        "Quality Assessment Board",
        "from January\u00a012, 2026 to February\u00a027, 2026")]
    [InlineData(
        "fr",
        "Traitement de l’eau potable en petite collectivité",
        "Prélever des échantillons et en assurer la traçabilité. Correspond à\u00a0: prélever des échantillons d’eau (ESCO)",
        "30,5",
        "Commission d’évaluation de la qualité",
        "du 12\u00a0janvier\u00a02026 au 27\u00a0février\u00a02026")]
    public async Task It_says_in_both_languages_what_was_learned_and_how(string language, params string[] said)
    {
        var words = Pages.Words(await Open(await _hub.Issue(PublicSamples.Maika), language));

        foreach (var text in said)
            words.ShouldContain(text);
    }

    [Fact]
    public async Task It_shows_issuer_days_and_standing_but_no_name_unless_the_holder_says_so()
    {
        var id = await _hub.Issue(PublicSamples.Maika);

        var words = Pages.Words(await Open(id));

        words.ShouldContain("✓ Valid North Lake College confirms that this credential is valid");
        words.ShouldContain("did:web:hub.example.ca:issuers:lacnord");
        words.ShouldContain("Date awarded March\u00a01, 2026 Valid until March\u00a01, 2028");
        words.ShouldContain("The holder has chosen not to show a name here.");
        words.ShouldNotContain("Okemaw");
        await _hub.Stores.Save(await _hub.Holding(id) with { ShowsName = true }, CancellationToken.None);
        Pages.Words(await Open(id)).ShouldContain("Awarded to Maïka Okemaw");
    }

    [Theory]
    [InlineData(
        CredentialStatus.Revoked,
        "✕ Revoked North Lake College revoked this credential on March\u00a01, 2026. It is no longer valid. Reason: issued by mistake")]
    [InlineData(
        CredentialStatus.Suspended,
        "! Suspended North Lake College suspended this credential on March\u00a01, 2026. It is not valid while suspended. Reason: "
            + "issued by mistake"
    )]
    public async Task What_the_institution_took_back_is_shown_as_such_at_the_top(CredentialStatus status, string said)
    {
        var id = await _hub.Issue(PublicSamples.Maika);
        await _hub.Say(id, status, "issued by mistake");

        var words = Pages.Words(await Open(id));

        words.ShouldContain(said);
        words
            .IndexOf(said, StringComparison.Ordinal)
            .ShouldBeLessThan(words.IndexOf("Small Community", words.IndexOf("Skip", StringComparison.Ordinal), StringComparison.Ordinal));
        words.ShouldContain("Take samples");
    }

    [Fact]
    public async Task An_expired_credential_says_until_when_it_was_valid()
    {
        var id = await _hub.Issue(PublicSamples.Maika);
        _hub.Time.Advance(TimeSpan.FromDays(800));

        Pages
            .Words(await Open(id))
            .ShouldContain("Expired North Lake College awarded this credential for a limited time. It was valid until March\u00a01, 2028.");
    }

    [Fact]
    public async Task After_an_erasure_it_says_that_it_was_issued_and_nothing_of_whom_or_for_what()
    {
        var id = await _hub.Issue(PublicSamples.Maika);
        await _hub.Erase(id);

        var html = await Open(id);

        Pages.Words(html).ShouldContain("North Lake College issued this credential. The holder’s data was erased on March\u00a01, 2026");
        Pages.Words(html).ShouldContain((await _hub.Of(id)).Digest);
        html.ShouldNotContain("Water");
        html.ShouldNotContain("/verify/");
        html.ShouldNotContain("linkedin");
    }

    [Fact]
    public async Task An_entry_that_the_catalogue_has_no_more_is_told_in_the_words_of_the_signed_document()
    {
        var id = await _hub.Issue(PublicSamples.Maika);
        _hub.Change(institution =>
            institution with
            {
                MicroCredentials = new Dictionary<string, IntegrationHub.Core.Model.MicroCredentials.MicroCredential>(),
            });

        var html = await Open(id);
        var words = Pages.Words(html);

        html.ShouldContain("""<h1 dir="auto" lang="fr">Traitement de l""");
        words.ShouldContain("This is the wording of the signed document");
        words.ShouldContain("Prélever des échantillons et en assurer la traçabilité. Aligned with: prélever des échantillons d’eau (ESCO)");
        words.ShouldContain("Seuil de réussite 80\u00a0%");
        words.ShouldContain("Assurance de la qualité Commission d’évaluation de la qualité");
        html.ShouldContain(".png\"");
    }

    [Fact]
    public async Task An_entry_that_has_a_newer_version_is_not_passed_off_as_the_one_that_was_earned()
    {
        var id = await _hub.Issue(PublicSamples.Maika);
        var newer = PublicSamples.Water with
        {
            Version = 4,
            Summary = PublicSamples.Water.Summary with { Title = new("Autre chose", "Something else") },
        };
        _hub.Change(institution =>
            institution with
            {
                MicroCredentials = new Dictionary<string, IntegrationHub.Core.Model.MicroCredentials.MicroCredential>
                {
                    [newer.Code] = newer,
                },
            });

        Pages.Words(await Open(id)).ShouldNotContain("Something else");
    }

    [Fact]
    public async Task LinkedIn_is_given_months_from_1_to_12_and_an_end_only_where_there_is_one()
    {
        var html = WebUtility.HtmlDecode(await Open(await _hub.Issue(PublicSamples.Maika)));
        html.ShouldContain(
            "https://www.linkedin.com/profile/add?startTask=CERTIFICATION_NAME&name=Small%20Community%20Water%20Treatment&"
                + "organizationName=North%20Lake%20College&issueYear=2026&issueMonth=3&expirationYear=2028&expirationMonth=3&"
                + "certUrl=https%3A%2F%2Fhub.example.ca%2Fcredentials%2Flacnord-"
        );

        _hub.Change(institution => institution with { Issuer = institution.Issuer! with { LinkedInOrganization = 12345 } });
        var endless = WebUtility.HtmlDecode(await Open(await _hub.Issue(PublicSamples.Maika, PublicSamples.FirstAid)));
        endless.ShouldContain("&organizationId=12345&issueYear=2026&issueMonth=3&certUrl=");
        endless.ShouldNotContain("organizationName=");
    }

    [Fact]
    public async Task Other_sites_learn_what_to_show_and_search_engines_stay_away()
    {
        var id = await _hub.Issue(PublicSamples.Maika);

        var html = await Open(id);

        html.ShouldContain("""<meta name="robots" content="noindex""");
        html.ShouldContain("""<meta property="og:title" content="Small Community Water Treatment""");
        html.ShouldContain(
            """<meta property="og:image" content="https://hub.example.ca/issuers/lacnord/badges/water-treatment/2026/fr.png""");
        html.ShouldContain($"""<link rel="alternate" type="application/vc" href="/credentials/{id}.json""");
        html.ShouldContain("""<svg viewBox=""");
    }

    [Theory]
    [InlineData("/credentials/lacnord-aaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("/credentials/nothing")]
    [InlineData("/learner/lacnord-aaaaaaaaaaaaaaaaaaaaaaaaaa-bbbb")]
    [InlineData("/verify/lacnord-aaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public async Task Where_there_is_nothing_a_stranger_hears_nothing_more(string path)
    {
        var answer = await _hub.Visitor.GetAsync($"{path}?lang=en");

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var words = Pages.Words(await answer.Content.ReadAsStringAsync());
        words.ShouldContain("There is no page at this address, or its content is no longer public.");
        words.ShouldNotContain("North Lake");
        words.ShouldNotContain("Sign in");
    }

    [Fact]
    public async Task The_institutions_colours_come_as_a_sheet_of_their_own_and_text_in_them_can_be_read()
    {
        _hub.Change(institution =>
            institution with
            {
                Issuer = institution.Issuer! with { Colours = new("#ffee00", "#0b3d5c", "#ffffff") },
            });
        var id = await _hub.Issue(PublicSamples.Maika);

        (await Open(id)).ShouldContain("""href="/issuers/lacnord/colours.css?v=""");
        (await _hub.Page("/issuers/lacnord/colours.css")).ShouldBe(
            ":root { --brand: #ffee00; --on-brand: #000000; --brand-edge: #0b3d5c; }\n");
    }

    private Task<string> Open(CredentialId id, string language = "en") => _hub.Page($"/credentials/{id}?lang={language}");
}
