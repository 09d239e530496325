using System.Globalization;
using System.Text.Json.Nodes;
using IntegrationHub.Api;
using IntegrationHub.Testing.Cli;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Cli.Hub;

public sealed class HubCommandsTests
{
    [Fact]
    public async Task Awards_as_JSON_are_what_the_API_gives()
    {
        await using var hub = await FakeHub.Start(app => app.MapGet("/api/awards", () => Answers.Send(new[] { Answers.Award })));
        using var cli = hub.Cli();
        (await cli.Run("awards", "--json")).ShouldBe(0);
        JsonNode.Parse(cli.Output)!.ToJsonString().ShouldBe(JsonNode.Parse($"[{Answers.Written(Answers.Award)}]")!.ToJsonString());
    }

    [Fact]
    public async Task A_machine_without_a_language_is_answered_too()
    {
        await using var hub = await FakeHub.Start(app => app.MapGet("/api/awards", () => Results.Text("[]", "application/json")));
        var language = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
        try
        {
            using var cli = hub.Cli();
            (await cli.Run("awards", "--json")).ShouldBe(0);
        }
        finally
        {
            CultureInfo.CurrentUICulture = language;
        }
    }

    [Fact]
    public async Task One_award_as_JSON_is_an_array_of_one()
    {
        await using var hub = await FakeHub.Start(app => app.MapGet("/api/awards/{id}", (string id) => Answers.Send(Answers.Award)));
        using var cli = hub.Cli();
        (await cli.Run("awards", "a1", "--json")).ShouldBe(0);
        JsonNode.Parse(cli.Output)!.AsArray().Single()!["id"]!.GetValue<string>().ShouldBe("a1");
    }

    [Fact]
    public async Task One_award_shows_its_steps_errors_and_timeline()
    {
        await using var hub = await FakeHub.Start(app => app.MapGet("/api/awards/{id}", (string id) => Answers.Send(Answers.Award)));
        using var cli = hub.Cli();
        (await cli.Run("awards", "a1")).ShouldBe(0);
        string[] all = ["lacnord/CYB120 Hygiene", "✗ failed", "No such section", "✓ done", "b9", "12:00:00Z  awarded", "✓ Enough"];
        foreach (var shown in all)
            cli.Output.ShouldContain(shown);
    }

    [Fact]
    public async Task A_wrong_key_is_a_sentence()
    {
        await using var hub = await FakeHub.Start(app => app.MapGet("/api/awards", () => "[]"));
        using var cli = hub.Cli().With("HUB_ADMIN_KEY", "wrong");
        (await cli.Run("awards")).ShouldBe(1);
        cli.Errors.ShouldContain("HUB_ADMIN_KEY");
    }

    [Fact]
    public async Task Without_a_running_hub_one_sentence_says_so()
    {
        using var cli = new CliRun();
        (await cli.Run("awards")).ShouldBe(1);
        cli.Errors.Trim().ShouldContain("hub up");
        cli.Errors.Trim().Split('\n').Length.ShouldBe(1);
    }

    [Fact]
    public async Task An_identity_is_sent_as_given()
    {
        JsonObject? received = null;
        await using var hub = await FakeHub.Start(app => app.MapPost("/api/identities", (JsonObject body) =>
        {
            received = body;
            return Answers.Send(new IdentityResponse("l7"));
        }));
        using var cli = hub.Cli();
        (await cli.Run("identity", "add", "--source", "moodle", "--lms-id", "390", "--student-number", "900100001")).ShouldBe(0);
        received!
            .ToJsonString()
            .ShouldBe("""{"institution":"lacnord","source":"moodle","kind":"lmsId","value":"390","studentNumber":"900100001"}""");
        cli.Output.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_hub_of_another_release_is_a_sentence()
    {
        await using var hub = await FakeHub.Start(app => app.MapGet("/api/awards", () => Results.Json(new[] { new { id = "a1" } })));
        using var cli = hub.Cli();
        (await cli.Run("awards")).ShouldBe(1);
        cli.Errors.ShouldContain("form that this command does not support");
    }

    [Fact]
    public async Task A_hub_that_is_gone_is_a_sentence()
    {
        using var cli = new CliRun().With("HUB_URL", "http://127.0.0.1:9").With("HUB_ADMIN_KEY", FakeHub.Key);
        (await cli.Run("awards")).ShouldBe(1);
        cli.Errors.ShouldContain("Nothing responds at http://127.0.0.1:9");
    }

    [Fact]
    public async Task A_problem_of_the_hub_is_printed_as_a_sentence()
    {
        await using var hub = await FakeHub.Start(app =>
            app.MapPost("/api/identities", () => Results.Problem("The registrar knows no such student.", statusCode: 422)));
        using var cli = hub.Cli();
        (await cli.Run("identity", "add", "--source", "moodle", "--login", "x", "--student-number", "900100001")).ShouldBe(1);
        cli.Errors.ShouldContain("The registrar knows no such student.");
    }

    [Theory]
    [InlineData("identity", "add", "--source", "moodle", "--student-number", "900100001")]
    [InlineData("identity", "add", "--source", "moodle", "--student-number", "900100001", "--login", "x", "--email", "x@example.ca")]
    [InlineData("identity", "add", "--login", "x", "--student-number", "900100001")]
    [InlineData("replay", "a1", "diploma")]
    [InlineData("replay")]
    [InlineData("send", "canvas", "--score", "high")]
    [InlineData("attention", "retry")]
    public async Task Arguments_that_make_no_sense_are_refused(params string[] arguments)
    {
        using var cli = new CliRun();
        (await cli.Run(arguments)).ShouldBe(1);
        cli.Errors.ShouldNotBeEmpty();
        cli.Errors.ShouldNotContain("hub up");
    }

    [Fact]
    public async Task A_misspelt_command_is_answered_with_the_nearest()
    {
        using var cli = new CliRun();
        (await cli.Run("awrds")).ShouldBe(1);
        (cli.Output + cli.Errors).ShouldContain("awards");
    }
}
