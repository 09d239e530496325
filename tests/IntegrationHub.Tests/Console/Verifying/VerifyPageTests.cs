using System.Text;
using System.Text.Json.Nodes;
using IntegrationHub.Console.Texts;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.OpenBadges.Model;
using IntegrationHub.OpenBadges.Verification;
using IntegrationHub.Testing.Console;
using IntegrationHub.Testing.OpenBadges;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Console.Verifying;

public sealed class VerifyPageTests : IAsyncLifetime
{
    private PublicHub _hub = null!;

    public async ValueTask InitializeAsync() => _hub = await PublicHub.Start();

    public ValueTask DisposeAsync() => _hub.DisposeAsync();

    [Theory]
    [InlineData("en", "Signed and unaltered: passed", "Genuine and valid")]
    [InlineData("fr", "Signé et intact\u00a0: réussi", "Authentique et valide")]
    public async Task The_public_page_is_given_the_checks_of_its_credential_one_by_one(string language, string check, string verdict)
    {
        var id = await _hub.Issue(PublicSamples.Maika);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/verify/{id}?lang={language}")
        {
            Headers = { { "HX-Request", "true" } },
        };

        var part = await (await _hub.Visitor.SendAsync(request)).Content.ReadAsStringAsync();

        part.ShouldNotContain("<html");
        Pages.Words(part).ShouldContain(check);
        Pages.Words(part).ShouldContain(verdict);
    }

    [Fact]
    public async Task Without_a_script_the_same_checks_are_a_page_of_their_own()
    {
        var id = await _hub.Issue(PublicSamples.Maika);

        var words = Pages.Words(await _hub.Page($"/verify/{id}?full&lang=en"));

        words.ShouldContain("Genuine and valid");
        words.ShouldContain("Check that identifier; a name alone proves nothing.");
        words.ShouldContain("Collège Lac-Nord");
    }

    [Theory]
    [InlineData("file")]
    [InlineData("text")]
    [InlineData("link")]
    public async Task What_somebody_brings_is_verified_however_it_is_brought(string way)
    {
        var id = await _hub.Issue(PublicSamples.Maika);
        var json = (await _hub.Of(id)).Documents!.Json;
        object brought = way switch
        {
            "file" => Encoding.UTF8.GetBytes(json),
            "link" => $"https://hub.example.ca/credentials/{id}",
            _ => json,
        };

        var words = await Verify(way, brought);

        words.ShouldContain("✓ Genuine and valid");
        words.ShouldContain("Traitement de l’eau potable en petite collectivité");
    }

    [Theory]
    [InlineData("jwt")]
    [InlineData("png")]
    [InlineData("svg")]
    public async Task Every_form_that_the_hub_hands_out_verifies(string form)
    {
        var id = await _hub.Issue(PublicSamples.Aputi);

        (await Verify("file", await _hub.Visitor.GetByteArrayAsync($"/credentials/{id}.{form}"))).ShouldContain("✓ Genuine and valid");
    }

    [Fact]
    public async Task A_changed_character_is_told_as_a_sentence_and_its_words_are_not_to_be_relied_on()
    {
        var json = (await _hub.Of(await _hub.Issue(PublicSamples.Maika))).Documents!.Json.Replace(
            "petite collectivité",
            "grande collectivité",
            StringComparison.Ordinal);


        var words = await Verify("text", json);

        words.ShouldContain("Signed and unaltered: failed The content was altered, or another key signed it.");
        words.ShouldContain("✕ Not genuine");
        words.ShouldContain("Not confirmed: some checks did not pass.");
    }

    [Fact]
    public async Task A_revoked_credential_is_genuine_but_revoked()
    {
        var id = await _hub.Issue(PublicSamples.Maika);
        await _hub.Say(id, CredentialStatus.Revoked, "issued by mistake");

        var words = await Verify("text", (await _hub.Of(id)).Documents!.Json);

        words.ShouldContain("It has not been revoked: failed The issuer revoked it.");
        words.ShouldContain("Genuine, but revoked");
    }

    [Fact]
    public async Task A_suspension_is_not_taken_for_a_revocation_though_the_status_entry_cannot_tell()
    {
        var id = await _hub.Issue(PublicSamples.Maika);
        await _hub.Say(id, CredentialStatus.Suspended, "under review");

        foreach (var words in new[]
            {
                await Verify("text", (await _hub.Of(id)).Documents!.Json),
                Pages.Words(await _hub.Page($"/verify/{id}?lang=en")),
            })
        {
            words.ShouldContain(
                "It has not been revoked: passed ✕ It has not been suspended: failed The issuer suspended it. Reason: under review");
            words.ShouldContain("Genuine, but suspended");
        }
    }

    [Theory]
    [InlineData("en", "? Cannot be determined now", "Not confirmed", "Genuine")]
    [InlineData("fr", "? Impossible à établir pour l’instant", "Non confirmé", "Authentique")]
    public async Task A_forgery_that_says_it_has_expired_is_nowhere_called_genuine(
        string language,
        string verdict,
        string claims,
        string genuine)
    {
        var forged = College.With(SampleBadges.Least().ToUtf8(), badge =>
        {
            badge["validUntil"] = "2026-01-01T00:00:00Z";
            badge["validFrom"] = "2025-01-01T00:00:00Z";
            badge["proof"] = new JsonObject { ["type"] = "MadeUpProof" };
        });

        var words = Pages.Words(
            await (await _hub.Post("/verify", $"/verify?lang={language}", ("file", forged))).Content.ReadAsStringAsync());

        words.ShouldContain(verdict);
        words.ShouldContain(claims);
        words.ShouldNotContain(genuine);
    }

    [Fact]
    public async Task A_strangers_words_cannot_become_markup_or_a_script_behind_a_link()
    {
        const string evil =
            """{"@context":["https://www.w3.org/ns/credentials/v2"],"type":["VerifiableCredential"]"""
                + ""","name":"<script>alert(1)</script>","issuer":{"id":"javascript:alert(1)","type":["Profile"]"""
                + ""","url":"javascript:alert(2)","name":"x"}"""
                + ""","credentialSubject":{"achievement":{"alignment":"""
                + """[{"targetName":"<b>skill</b>","targetUrl":"javascript:alert(3)"}]}}}""";

        var html = await (await _hub.Post("/verify", "/verify?lang=en", ("text", evil))).Content.ReadAsStringAsync();

        Pages.Words(html).ShouldContain("<script>alert(1)</script>");
        html.ShouldNotContain("<script>alert");
        html.ShouldNotContain("href=\"javascript");
        html.ShouldNotContain("<b>skill");
    }

    [Fact]
    public void Every_check_reason_and_verdict_has_words_in_both_languages()
    {
        var keys = Enum.GetValues<CheckKind>().Select(kind => $"check.{kind}")
            .Concat(Enum.GetValues<CheckOutcome>().Select(outcome => $"check.outcome.{outcome}"))
            .Concat(Enum.GetValues<VerificationReason>().Where(reason => reason != VerificationReason.None)
                .Select(reason => $"reason.{reason}"))
            .Concat(Enum.GetValues<VerificationVerdict>().SelectMany(verdict => new[] { $"verdict.{verdict}", $"verdict.{verdict}.text" }))
            .Concat(Enum.GetValues<CredentialKind>().Select(kind => $"verify.kind.{kind}"));

        foreach (var language in new[] { "fr", "en" })
            keys.ShouldBeSubsetOf(PageTexts.Home.Keys(language));
    }

    private async Task<string> Verify(string way, object brought) =>
        Pages.Words(await (await _hub.Post("/verify", "/verify?lang=en", (way, brought))).Content.ReadAsStringAsync());
}
