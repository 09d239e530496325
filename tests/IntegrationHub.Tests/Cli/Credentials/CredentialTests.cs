using System.Text.Json.Nodes;
using IntegrationHub.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Cli.Credentials;

public sealed class CredentialTests
{
    [Theory]
    [InlineData("suspend", "Under review.", "suspending lacnord-a1")]
    [InlineData("revoke", "Wrong cohort.", "revoking lacnord-a1")]
    [InlineData("resume", null, "lifting the suspension of lacnord-a1")]
    public async Task What_the_institution_says_of_a_credential_is_sent_with_its_reason(string act, string? reason, string said)
    {
        JsonObject? received = null;
        await using var hub = await FakeHub.Start(app => app.MapPost($"/api/awards/lacnord-a1/acts/{act}", (JsonObject body) =>
        {
            received = body;
            return Answers.Send(new ActResponse("lacnord-a1"), status: 202);
        }));
        using var cli = hub.Cli();

        (await cli.Run(["award", act, "lacnord-a1", .. reason is null ? Array.Empty<string>() : ["--reason", reason]])).ShouldBe(0);

        received!["reason"]?.GetValue<string>().ShouldBe(reason);
        cli.Output.ShouldContain(said);
    }

    [Theory]
    [InlineData("suspend")]
    [InlineData("revoke")]
    public async Task Without_a_reason_nothing_is_asked_of_the_hub(string act)
    {
        await using var hub = await FakeHub.Start(_ => { });
        using var cli = hub.Cli();
        (await cli.Run("award", act, "lacnord-a1")).ShouldNotBe(0);
        cli.Errors.ShouldContain("--reason");
    }

    [Fact]
    public async Task What_the_hub_refuses_is_a_sentence()
    {
        await using var hub = await FakeHub.Start(app =>
            app.MapPost("/api/awards/a1/acts/revoke", () => Results.Problem("Revoked for good.", statusCode: 409)));
        using var cli = hub.Cli();
        (await cli.Run("award", "revoke", "a1", "--reason", "x")).ShouldBe(1);
        cli.Errors.ShouldContain("Revoked for good.");
    }

    [Fact]
    public async Task An_endorsement_is_sent_to_the_letter()
    {
        const string document = "{ \"type\" : [\"VerifiableCredential\",\"EndorsementCredential\"],\n \"name\":\"Œuvre\\u00e9\" }";
        var received = "";
        await using var hub = await FakeHub.Start(app => app.MapPost("/api/endorsements/lacnord", async (HttpRequest request) =>
            {
                received = await new StreamReader(request.Body).ReadToEndAsync();
                return Answers.Send(new EndorsementResponse("achievement-first-aid-cpr"), status: 201);
            }));
        using var cli = hub.Cli();
        var file = Path.Combine(cli.Folder, "endorsement.json");
        await File.WriteAllTextAsync(file, document);

        (await cli.Run("endorse", "lacnord", file)).ShouldBe(0);

        received.ShouldBe(document);
        cli.Output.ShouldContain("achievement-first-aid-cpr");
    }

    [Fact]
    public async Task An_endorsement_that_is_not_there_or_refused_is_a_sentence()
    {
        await using var hub = await FakeHub.Start(app =>
            app.MapPost("/api/endorsements/lacnord", () => Results.Problem("Signature: SignatureWrong", statusCode: 422)));
        using var cli = hub.Cli();
        var file = Path.Combine(cli.Folder, "endorsement.json");

        (await cli.Run("endorse", "lacnord", file)).ShouldBe(1);
        cli.Errors.ShouldContain("endorsement.json");
        await File.WriteAllTextAsync(file, "{}");
        (await cli.Run("endorse", "lacnord", file)).ShouldBe(1);
        cli.Errors.ShouldContain("SignatureWrong");
    }

    [Fact]
    public async Task A_credential_of_another_house_is_sent_as_it_is_and_what_it_counts_for_is_said()
    {
        byte[] picture = [0x89, 0x50, 0x4E, 0x47, 0xFF];
        JsonObject? received = null;
        await using var hub = await FakeHub.Start(app => app.MapPost("/api/recognitions/lacnord", (JsonObject body) =>
            {
                received = body;
                var recognised = new RecognitionResponse("rural-energy", new("Énergie rurale", "Rural Energy"), ["technician"]);
                return Answers.Send(recognised, status: 202);
            }));
        using var cli = hub.Cli();
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid()}.png");
        await File.WriteAllBytesAsync(file, picture, TestContext.Current.CancellationToken);

        (await cli.Run("recognise", "lacnord", file, "--student", "900100001", "--email", "m@maison.example.ca")).ShouldBe(0);

        File.Delete(file);
        received!["file"]!.GetValue<string>().ShouldBe(Convert.ToBase64String(picture));
        (received["studentNumber"]!.GetValue<string>(), received["email"]!.GetValue<string>()).ShouldBe(
            ("900100001", "m@maison.example.ca"));
        cli.Output.ShouldContain("Rural Energy");
        cli.Output.ShouldContain("technician");
    }
}
