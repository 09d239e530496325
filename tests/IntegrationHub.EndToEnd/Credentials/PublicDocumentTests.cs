using System.Net;
using System.Text.Json.Nodes;
using IntegrationHub.Core.Badges;
using IntegrationHub.EndToEnd.Hub;
using IntegrationHub.OpenBadges.Verification;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.Credentials;

/// <summary>What anybody gets at the addresses that stand in credentials.</summary>
[Collection(nameof(OnePublicHub))]
public sealed class PublicDocumentTests(PublicHub hub)
{
    [Theory]
    [InlineData("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "text/html")]
    [InlineData("text/html", "text/html")]
    [InlineData("application/json", "application/json")]
    [InlineData("application/ld+json", "application/ld+json")]
    [InlineData("application/vc", "application/vc")]
    [InlineData("application/vc+jwt", "application/vc+jwt")]
    [InlineData("application/vc+jwt;q=0.5, application/vc", "application/vc")]
    [InlineData("*/*", "application/json")]
    [InlineData(null, "application/json")]
    public async Task One_address_answers_in_the_form_that_is_asked_for(string? accept, string expected)
    {
        using var answer = await Get((await hub.Shared()).Path, accept);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe(expected);
        answer.Headers.Vary.ShouldContain("Accept");
        if (expected != "text/html")
            IsForEverybody(answer);
    }

    [Theory]
    [InlineData("")]
    [InlineData(".json")]
    [InlineData(".jwt")]
    [InlineData(".png")]
    [InlineData(".svg")]
    public async Task HEAD_tells_a_link_checker_what_GET_shows(string form)
    {
        var path = (await hub.Shared()).Path + form;
        using var shown = await Get(path, "text/html");
        using var told = await hub.Anybody.SendAsync(new(HttpMethod.Head, path) { Headers = { Accept = { new("text/html") } } });

        told.StatusCode.ShouldBe(HttpStatusCode.OK);
        told.Content.Headers.ContentType.ShouldBe(shown.Content.Headers.ContentType);
        told.Content.Headers.ContentLength.ShouldBe(form == "" ? null : (await shown.Content.ReadAsByteArrayAsync()).Length);
        told.Headers.ETag.ShouldBe(shown.Headers.ETag);
        (await told.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("json", "application/json")]
    [InlineData("jwt", "application/vc+jwt")]
    [InlineData("png", "image/png")]
    [InlineData("svg", "image/svg+xml")]
    public async Task An_extension_goes_before_what_is_asked_for(string extension, string expected)
    {
        using var answer = await Get($"{(await hub.Shared()).Path}.{extension}", "text/html");

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe(expected);
        IsForEverybody(answer);
    }

    [Theory]
    [InlineData("", "application/ld+json")]
    [InlineData("/did.json", "application/did+json")]
    [InlineData("/achievements/first-aid-cpr/1/fr", "application/ld+json")]
    [InlineData("/achievements/first-aid-cpr/1/en", "application/ld+json")]
    [InlineData("/status/revocation-0", "application/vc")]
    [InlineData("/badges/first-aid-cpr/2026/fr.png", "image/png")]
    [InlineData("/badges/first-aid-cpr/2026/en.svg", "image/svg+xml")]
    public async Task What_a_credential_points_to_is_there_for_everybody(string path, string expected)
    {
        await hub.Shared();
        using var answer = await Get($"/issuers/lacnord{path}", null);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe(expected);
        IsForEverybody(answer);
        if (expected.EndsWith("json", StringComparison.Ordinal))
            JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["id"]!
                .GetValue<string>()
                .ShouldBeOneOf(PublicHub.Did, $"{PublicHub.Address}/issuers/lacnord{path}");
    }

    [Fact]
    public async Task A_credential_outlives_the_catalogue_entry_it_was_issued_for()
    {
        var issued = await hub.Issue("IAR140");
        var file = Directory
            .GetFiles(Path.Combine(hub.Institutions, "lacnord", "micro-credentials"), "responsible-ai.yaml")
            .ShouldHaveSingleItem();
        var yaml = await File.ReadAllTextAsync(file);
        try
        {
            File.Delete(file);
            var achievement = new Uri(issued.Json["credentialSubject"]!["achievement"]!["id"]!.GetValue<string>()).AbsolutePath;
            await RunningHub.Until(async () => (await hub.Anybody.GetAsync(achievement)).StatusCode == HttpStatusCode.NotFound);

            foreach (var form in new[] { "", ".json", ".jwt", ".png", ".svg" })
                (await Get(issued.Path + form, "text/html")).StatusCode.ShouldBe(HttpStatusCode.OK, form);
            (await hub.VerifiedByUs(await hub.Anybody.GetByteArrayAsync($"{issued.Path}.png"))).Verdict.ShouldBe(VerificationVerdict.Valid);
        }
        finally
        {
            await File.WriteAllTextAsync(file, yaml);
            await RunningHub.Until(async () =>
                (await hub.Anybody.GetAsync("/issuers/lacnord/achievements/responsible-ai/1/fr")).StatusCode == HttpStatusCode.OK);
        }
    }

    [Fact]
    public async Task The_achievement_at_its_address_is_the_one_in_the_credential()
    {
        var embedded = (await hub.Shared()).Json["credentialSubject"]!["achievement"]!.AsObject();
        var published = JsonNode
            .Parse(await hub.Anybody.GetStringAsync(new Uri(embedded["id"]!.GetValue<string>()).AbsolutePath))!
            .AsObject();

        foreach (var member in new[]
            {
                "id",
                "type",
                "name",
                "description",
                "criteria",
                "resultDescription",
                "alignment",
                "inLanguage",
                "version",
            })
            JsonNode.DeepEquals(published[member], embedded[member]).ShouldBeTrue(member);
        (await hub.Anybody.GetAsync(new Uri(embedded["image"]!["id"]!.GetValue<string>()).AbsolutePath)).StatusCode.ShouldBe(
            HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_DID_document_lists_each_key_as_a_string_and_the_key_of_a_JWT_lies_bare_at_its_kid()
    {
        var did = JsonNode.Parse(await hub.Anybody.GetStringAsync("/issuers/lacnord/did.json"))!;
        var methods = did["verificationMethod"]!.AsArray();

        did["assertionMethod"]!
            .AsArray()
            .Select(method => method!.GetValue<string>())
            .ShouldBe(methods.Select(method => method!["id"]!.GetValue<string>()));
        methods.ShouldAllBe(method => method!["controller"]!.GetValue<string>() == PublicHub.Did);
        var jwk = methods.Single(method => method!["type"]!.GetValue<string>() == "JsonWebKey")!["publicKeyJwk"]!;
        var bare = JsonNode.Parse(await hub.Anybody.GetStringAsync($"/issuers/lacnord/keys/{jwk["kid"]!.GetValue<string>()}"))!.AsObject();
        JsonNode.DeepEquals(bare, jwk).ShouldBeTrue();
        bare.Select(member => member.Key)
            .ShouldNotContain(name => name == "d" || name == "p" || name == "q" || name == "dp" || name == "dq" || name == "qi");
    }

    [Theory]
    [InlineData("unknown")]
    [InlineData("another institution")]
    [InlineData("malformed")]
    [InlineData("an extension of ours after an unknown id")]
    [InlineData("an unknown extension")]
    public async Task Who_asks_for_nothing_learns_nothing(string what)
    {
        var issued = await hub.Shared();
        var unknown = new CredentialId("lacnord", new string('a', issued.Id.Split('-')[1].Length)).ToString();
        var file = what switch
        {
            "unknown" => unknown,
            "another institution" => $"rivesud-{issued.Id.Split('-')[1]}",
            "malformed" => "lacnord-1",
            "an unknown extension" => $"{issued.Id}.xml",
            _ => $"{unknown}.json",
        };

        using var page = await Get($"/credentials/{file}", "text/html");
        using var nothing = await Get("/credentials/x", "text/html");

        page.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var (said, usual) = (await page.Content.ReadAsStringAsync(), await nothing.Content.ReadAsStringAsync());
        if (page.Content.Headers.ContentType?.MediaType == "text/html")
            said.Replace(file, "x", StringComparison.Ordinal).ShouldBe(usual);
        else
            said.ShouldBeEmpty();
        (await Get($"/credentials/{file}", "application/json")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task<HttpResponseMessage> Get(string path, string? accept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (accept is not null)
            request.Headers.TryAddWithoutValidation("Accept", accept).ShouldBeTrue();
        return await hub.Anybody.SendAsync(request);
    }

    private static void IsForEverybody(HttpResponseMessage answer)
    {
        answer.Headers.GetValues("Access-Control-Allow-Origin").ShouldHaveSingleItem().ShouldBe("*");
        answer.Headers.GetValues("X-Content-Type-Options").ShouldHaveSingleItem().ShouldBe("nosniff");
        answer.Headers.ETag.ShouldNotBeNull();
    }
}
