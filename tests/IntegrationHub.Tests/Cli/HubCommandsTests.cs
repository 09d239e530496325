using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Cli;

public sealed class HubCommandsTests
{
    private const string Award = """
        {"id":"a1","institution":"lacnord","learner":"l7","microCredential":"CYB120","title":{"fr":"Hygiène","en":"Hygiene"},
         "awarded":"2026-03-01T12:00:00Z","credential":null,
         "steps":[{"name":"transcript","state":"failed","attempts":2,"updated":"2026-03-01T12:00:05Z","error":"No such section","reference":null,"next":null},
                  {"name":"badge","state":"done","attempts":1,"updated":"2026-03-01T12:00:04Z","error":null,"reference":"b9","next":null}],
         "timeline":[{"at":"2026-03-01T12:00:00Z","text":"Awarded"}]}
        """;

    [Fact]
    public async Task Awards_as_JSON_are_what_the_API_gives()
    {
        await using var hub = await FakeHub.Start(app => app.MapGet("/api/awards", () => Results.Text($"[{Award}]", "application/json")));
        using var cli = hub.Cli();
        (await cli.Run("awards", "--json")).ShouldBe(0);
        JsonNode.DeepEquals(JsonNode.Parse(cli.Output), JsonNode.Parse($"[{Award}]")).ShouldBeTrue();
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
        await using var hub = await FakeHub.Start(app => app.MapGet("/api/awards/{id}", (string id) => Results.Text(Award, "application/json")));
        using var cli = hub.Cli();
        (await cli.Run("awards", "a1", "--json")).ShouldBe(0);
        JsonNode.Parse(cli.Output)!.AsArray().Single()!["id"]!.GetValue<string>().ShouldBe("a1");
    }

    [Fact]
    public async Task One_award_shows_its_steps_errors_and_timeline()
    {
        await using var hub = await FakeHub.Start(app => app.MapGet("/api/awards/{id}", (string id) => Results.Text(Award, "application/json")));
        using var cli = hub.Cli();
        (await cli.Run("awards", "a1")).ShouldBe(0);
        foreach (var shown in new[] { "lacnord/CYB120 Hygiene", "✗ failed", "No such section", "✓ done", "b9", "2026-03-01 12:00:00Z  Awarded" })
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
            return Results.Json(new { learner = "l7" });
        }));
        using var cli = hub.Cli();
        (await cli.Run("identity", "add", "--source", "moodle", "--lms-id", "390", "--student-number", "900100001")).ShouldBe(0);
        received!.ToJsonString().ShouldBe("""{"institution":"lacnord","source":"moodle","kind":"lmsId","value":"390","studentNumber":"900100001"}""");
        cli.Output.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Retrying_an_item_asks_for_it_in_its_institution()
    {
        var retried = "";
        await using var hub = await FakeHub.Start(app =>
        {
            app.MapGet("/api/attention", () => Results.Text("""[{"id":"i1","institution":"lacnord","cause":"unknownLearner","count":1}]""", "application/json"));
            app.MapPost("/api/attention/{institution}/{id}/retry", (string institution, string id) =>
            {
                retried = $"{institution}/{id}";
                return Results.StatusCode(202);
            });
        });
        using var cli = hub.Cli();
        (await cli.Run("attention", "retry", "i1")).ShouldBe(0);
        retried.ShouldBe("lacnord/i1");
        (await cli.Run("attention", "retry", "i2")).ShouldBe(1);
        cli.Errors.ShouldContain("i2");
    }

    [Fact]
    public async Task A_problem_of_the_hub_is_printed_as_a_sentence()
    {
        await using var hub = await FakeHub.Start(app => app.MapPost("/api/identities", () => Results.Problem("The registrar knows no such student.", statusCode: 422)));
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
