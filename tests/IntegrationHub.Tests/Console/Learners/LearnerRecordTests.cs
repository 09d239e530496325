using System.Net;
using System.Text;
using System.Text.Json;
using IntegrationHub.Core.Badges;
using IntegrationHub.Core.Learners;
using IntegrationHub.Testing.Console;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Console.Learners;

public sealed class LearnerRecordTests : IAsyncLifetime
{
    /// <summary>The learner under another number elsewhere, with the same e-mail address.</summary>
    private static readonly Learner Elsewhere = PublicSamples.Aputi with { Email = PublicSamples.Maika.Email };

    private PublicHub _hub = null!;

    public async ValueTask InitializeAsync() => _hub = await PublicHub.Start();

    public ValueTask DisposeAsync() => _hub.DisposeAsync();

    [Fact]
    public async Task All_badges_come_as_one_record_that_verifies_and_joins_those_from_elsewhere()
    {
        var (_, home) = await Issue();
        await _hub.Issue(PublicSamples.Maika, PublicSamples.FirstAid);
        var elsewhere = await Json(Elsewhere);

        var answer = await _hub.Post(home, $"{home}/record?lang=en", ("files", elsewhere));

        answer.Content.Headers.ContentDisposition!.FileName.ShouldBe("learner-record.json");
        var record = await answer.Content.ReadAsByteArrayAsync();
        Joined(record).ShouldBe(3);
        Pages
            .Words(await (await _hub.Post("/verify", "/verify?lang=en", ("file", record))).Content.ReadAsStringAsync())
            .ShouldContain("✓ Genuine and valid");
    }

    [Theory]
    [InlineData(11)]
    [InlineData(40)]
    public async Task Whoever_brings_too_many_files_hears_so(int files)
    {
        var (_, home) = await Issue();

        var answer = await _hub.Post(
            home,
            $"{home}/record?lang=en",
            [.. Enumerable.Range(0, files).Select(_ => ("files", (object)"{}"u8.ToArray()))]);


        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        Pages.Words(await answer.Content.ReadAsStringAsync()).ShouldContain("Too many files");
    }

    [Fact]
    public async Task Only_a_form_with_files_may_be_larger_than_a_form()
    {
        var (_, home) = await Issue();
        using var form = new FormUrlEncodedContent([new("joined", new string('A', 100_000))]);

        (await _hub.Visitor.PostAsync($"{home}/record", form)).StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task A_badge_of_this_institution_that_is_brought_again_stands_in_the_record_once()
    {
        var (id, home) = await Issue();

        var answer = await _hub.Post(home, $"{home}/record", ("files", await _hub.Visitor.GetByteArrayAsync($"/credentials/{id}.json")));

        Joined(await answer.Content.ReadAsByteArrayAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task A_badge_that_was_issued_to_somebody_else_is_not_joined()
    {
        var (_, home) = await Issue();

        var answer = await _hub.Post(home, $"{home}/record?lang=en", ("files", await Json(PublicSamples.Aputi)));

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        Pages.Words(await answer.Content.ReadAsStringAsync()).ShouldContain("This badge was issued to another email address.");
    }

    [Fact]
    public async Task What_does_not_verify_is_named_with_its_reason_before_anything_is_made()
    {
        var (_, home) = await Issue();
        var genuine = await Json(Elsewhere);
        var altered = Encoding.UTF8.GetBytes(
            Encoding.UTF8.GetString(genuine).Replace("2026-03-02T", "2025-03-02T", StringComparison.Ordinal));

        var answer = await _hub.Post(home, $"{home}/record?lang=en", ("files", genuine), ("files", altered));
        var html = await answer.Content.ReadAsStringAsync();

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        Pages.Words(html).ShouldContain("Nothing has been downloaded yet.");
        Pages.Words(html).ShouldContain("The content was altered, or another key signed it.");
        Pages.Words(html).ShouldContain("Download the record with only the verified files (1)");
        var joined = html.Split("name=\"joined\" value=\"")[1].Split('"')[0];
        var record = await _hub.Post(home, $"{home}/record?lang=en", ("joined", WebUtility.HtmlDecode(joined)));
        Joined(await record.Content.ReadAsByteArrayAsync()).ShouldBe(2);
    }

    [Fact]
    public async Task What_comes_back_as_joinable_is_looked_at_again()
    {
        var (_, home) = await Issue();

        var answer = await _hub.Post(home, $"{home}/record?lang=en", ("joined", Convert.ToBase64String("{}"u8)));

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task A_JWT_is_joined_in_an_envelope_and_the_record_verifies_with_it()
    {
        var (_, home) = await Issue();
        var id = await _hub.Issue(Elsewhere);

        var answer = await _hub.Post(
            home,
            $"{home}/record?lang=en",
            ("files", await _hub.Visitor.GetByteArrayAsync($"/credentials/{id}.jwt")));

        var record = await answer.Content.ReadAsByteArrayAsync();
        Joined(record).ShouldBe(2);
        Encoding.UTF8.GetString(record).ShouldContain("data:application/vc+jwt,ey");
        Pages
            .Words(await (await _hub.Post("/verify", "/verify?lang=en", ("file", record))).Content.ReadAsStringAsync())
            .ShouldContain("✓ Genuine and valid");
    }

    [Fact]
    public async Task More_than_ten_files_are_too_many()
    {
        var (_, home) = await Issue();

        var answer = await _hub.Post(home, $"{home}/record?lang=en", [.. Enumerable.Repeat(("files", (object)"{}"u8.ToArray()), 11)]);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        Pages.Words(await answer.Content.ReadAsStringAsync()).ShouldContain("You can add at most 10 files at once.");
    }

    private static int Joined(byte[] record) =>
        JsonDocument.Parse(record).RootElement.GetProperty("credentialSubject").GetProperty("verifiableCredential").GetArrayLength();

    private async Task<(CredentialId Id, string Home)> Issue()
    {
        var id = await _hub.Issue(PublicSamples.Maika);
        return (id, $"/learner/{_hub.TokenOf(id)}");
    }

    private async Task<byte[]> Json(Learner learner) =>
        await _hub.Visitor.GetByteArrayAsync($"/credentials/{await _hub.Issue(learner)}.json");
}
