using System.Net;
using System.Text.Json;
using IntegrationHub.Core.Credentials;
using IntegrationHub.Core.Learners;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Console.Public;

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
        await _hub.Say(id, Standing.Suspended, "under review");

        var words = Pages.Words(await _hub.Page($"{home}?lang=en"));

        words.ShouldContain("Hello \u2068Maïka\u2069,");
        words.ShouldContain("Small Community Water Treatment this one March\u00a01, 2026 ! Suspended not accepted yet");
        words.ShouldContain("First Aid March\u00a01, 2026 ✓ Valid not accepted yet");
        words.ShouldNotContain("ᐊᐳᑎ");
    }

    [Fact]
    public async Task Accepting_keeps_the_choice_about_the_name_and_can_be_chosen_anew()
    {
        var (id, home) = await Issue();

        var answer = await _hub.Post(home, $"{home}/acts/accept?lang=en", ("name", "yes"));
        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await _hub.Holding(id)).ShouldSatisfyAllConditions(holding => holding.Accepted.ShouldNotBeNull(), holding => holding.ShowsName.ShouldBeTrue());
        Pages.Words(await _hub.Page(answer.Headers.Location!.OriginalString)).ShouldContain("Its public page shows your name.");

        await _hub.Post(home, $"{home}/acts/accept?lang=en");
        (await _hub.Holding(id)).ShowsName.ShouldBeFalse();
    }

    [Fact]
    public async Task Withdrawing_is_asked_once_more_then_nobody_but_the_learner_sees_it()
    {
        var (id, home) = await Issue();
        Pages.Words(await _hub.Page($"{home}/withdraw?lang=en")).ShouldContain("Withdraw “Small Community Water Treatment” from public view?");

        await _hub.Post($"{home}/withdraw", $"{home}/acts/withdraw?lang=en");

        foreach (var path in new[] { $"/credentials/{id}", $"/credentials/{id}.json", $"/verify/{id}" })
            (await _hub.Visitor.GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        Pages.Words(await _hub.Page($"{home}?lang=en")).ShouldContain("You withdrew it from public view on March\u00a01, 2026.");
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

        answer.Headers.GetValues("Referrer-Policy").ShouldBe(["no-referrer"]);
        answer.Headers.GetValues("X-Robots-Tag").ShouldBe(["noindex"]);
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        html.ShouldContain("mailto:?subject=");
        foreach (var address in html.Split("href=\"").Skip(1).Select(rest => rest[..rest.IndexOf('"', StringComparison.Ordinal)]).Where(address => !address.StartsWith('/')))
            address.ShouldNotContain(token);
        (await _hub.Post(home, $"{home}/acts/linkedin")).Headers.Location!.OriginalString.ShouldNotContain(token);
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

        (await _hub.Visitor.PostAsync($"{home}/acts/withdraw", new FormUrlEncodedContent([]))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);

        (await _hub.Holding(id)).Withdrawn.ShouldBeNull();
    }

    [Fact]
    public async Task All_badges_come_as_one_record_that_verifies_and_joins_those_from_elsewhere()
    {
        var (_, home) = await Issue();
        await _hub.Issue(PublicSamples.Maika, PublicSamples.FirstAid);
        var elsewhere = await Json(PublicSamples.Aputi);

        var answer = await _hub.Post(home, $"{home}/record?lang=en", ("files", elsewhere));

        answer.Content.Headers.ContentDisposition!.FileName.ShouldBe("learner-record.json");
        var record = await answer.Content.ReadAsByteArrayAsync();
        JsonDocument.Parse(record).RootElement.GetProperty("credentialSubject").GetProperty("verifiableCredential").GetArrayLength().ShouldBe(3);
        Pages.Words(await (await _hub.Post("/verify", "/verify?lang=en", ("file", record))).Content.ReadAsStringAsync()).ShouldContain("✓ Genuine and in force");
    }

    [Fact]
    public async Task What_does_not_verify_is_named_with_its_reason_before_anything_is_made()
    {
        var (_, home) = await Issue();
        var genuine = await Json(PublicSamples.Aputi);
        var altered = System.Text.Encoding.UTF8.GetBytes(System.Text.Encoding.UTF8.GetString(genuine).Replace("2026-03-02T", "2025-03-02T", StringComparison.Ordinal));

        var answer = await _hub.Post(home, $"{home}/record?lang=en", ("files", genuine), ("files", altered));
        var html = await answer.Content.ReadAsStringAsync();

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        Pages.Words(html).ShouldContain("Nothing was fetched yet.");
        Pages.Words(html).ShouldContain("The content was altered, or another key signed it.");
        Pages.Words(html).ShouldContain("Fetch the record with the 1 that can be joined");
        var joined = html.Split("name=\"joined\" value=\"")[1].Split('"')[0];
        var record = await _hub.Post(home, $"{home}/record?lang=en", ("joined", WebUtility.HtmlDecode(joined)));
        JsonDocument.Parse(await record.Content.ReadAsByteArrayAsync()).RootElement.GetProperty("credentialSubject").GetProperty("verifiableCredential").GetArrayLength().ShouldBe(2);
    }

    [Fact]
    public async Task What_comes_back_as_joinable_is_looked_at_again()
    {
        var (_, home) = await Issue();

        var answer = await _hub.Post(home, $"{home}/record?lang=en", ("joined", Convert.ToBase64String("{}"u8)));

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task A_JWT_cannot_be_joined_and_the_page_says_what_can()
    {
        var (id, home) = await Issue();

        var answer = await _hub.Post(home, $"{home}/record?lang=en", ("files", await _hub.Visitor.GetByteArrayAsync($"/credentials/{id}.jwt")));

        Pages.Words(await answer.Content.ReadAsStringAsync()).ShouldContain("This badge is a JWT inside; a record can only join signed JSON.");
    }

    [Fact]
    public async Task More_than_ten_files_are_too_many()
    {
        var (_, home) = await Issue();

        var answer = await _hub.Post(home, $"{home}/record?lang=en", [.. Enumerable.Repeat(("files", (object)"{}"u8.ToArray()), 11)]);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        Pages.Words(await answer.Content.ReadAsStringAsync()).ShouldContain("At most 10 files can be joined at once.");
    }

    private async Task<(CredentialId Id, string Home)> Issue(Learner? learner = null)
    {
        var id = await _hub.Issue(learner ?? PublicSamples.Maika);
        return (id, $"/learner/{_hub.TokenOf(id)}");
    }

    private async Task<byte[]> Json(Learner learner) => await _hub.Visitor.GetByteArrayAsync($"/credentials/{await _hub.Issue(learner)}.json");
}
