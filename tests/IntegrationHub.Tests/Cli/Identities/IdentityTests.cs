using System.Text.Json.Nodes;
using IntegrationHub.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Cli.Identities;

public sealed class IdentityTests
{
    [Fact]
    public async Task A_table_is_loaded_a_few_lines_at_a_time_and_what_was_not_is_told_by_line()
    {
        var parts = new List<JsonNode>();
        await using var hub = await FakeHub.Start(app => app.MapPost("/api/identities/table", (JsonNode part) =>
        {
            parts.Add(part);
            return Answers.Send(new IdentityTableResponse([.. Enumerable.Range(24, part["last"]!.GetValue<bool>() ? 1 : 0)]));
        }));
        using var cli = hub.Cli();
        var file = Path.Combine(cli.Folder, "identities.csv");
        await File.WriteAllTextAsync(
            file,
            $"studentNumber;lmsId\n{string.Concat(Enumerable.Range(2, 23).Select(line => $"9001000{line:00};{line}\n"))};77\n",
            TestContext.Current.CancellationToken);


        (await cli.Run("identity", "load", file, "--source", "moodle")).ShouldBe(1);

        parts.Select(part => part["lines"]!.AsArray().Count).ShouldBe([20, 3]);
        parts.Select(part => part["last"]!.GetValue<bool>()).ShouldBe([false, true]);
        parts[0]["lines"]![0]!["studentNumber"]!.GetValue<string>().ShouldBe("900100002");
        cli.Output.ShouldContain("Loading identities: 23 of 23");
        cli.Output.ShouldContain("Lines loaded: 22; not loaded: 2.");
        cli.Errors.ShouldContain("Line 25: The student number is missing.");
        cli.Errors.ShouldContain("Line 24: the SIS has no student");
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_a_sentence()
    {
        await using var hub = await FakeHub.Start(_ => { });
        using var cli = hub.Cli();

        (await cli.Run("identity", "load", "no-such-file.csv", "--source", "moodle")).ShouldBe(1);

        cli.Errors.ShouldContain("no-such-file.csv");
    }

    [Fact]
    public async Task A_name_is_shown_and_forgotten_without_standing_in_an_address()
    {
        var asked = new List<string>();
        await using var hub = await FakeHub.Start(app =>
        {
            app.MapPost("/api/identities/find", (HttpRequest request, JsonNode body) =>
            {
                asked.Add($"{request.Path}{request.QueryString} {body["kind"]} {body["value"]}");
                return Answers.Send(new FoundIdentityResponse("l1", "900100001"));
            });
            app.MapDelete("/api/identities", async (HttpRequest request) =>
            {
                var body = (await JsonNode.ParseAsync(request.Body))!;
                asked.Add($"{request.Path}{request.QueryString} {body["kind"]} {body["value"]}");
                return Answers.Send(new ForgottenIdentitiesResponse(3));
            });
        });
        using var cli = hub.Cli();

        (await cli.Run("identity", "show", "--source", "moodle", "--email", "a@example.ca")).ShouldBe(0);
        (await cli.Run("identity", "forget", "--source", "moodle", "--student-number", "900100001")).ShouldBe(0);

        asked.ShouldBe(["/api/identities/find email a@example.ca", "/api/identities studentNumber 900100001"]);
        cli.Output.ShouldContain("900100001");
        cli.Output.ShouldContain("Identifiers removed: 3");
        (await cli.Run("identity", "forget", "--source", "moodle")).ShouldNotBe(0);
        cli.Errors.ShouldContain("--student-number");
    }
}
