using System.Text.Json.Nodes;
using IntegrationHub.Api;
using Microsoft.AspNetCore.Builder;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Cli.Reconciliations;

public sealed class ReconcileTests
{
    private static readonly DateTimeOffset Ended = new(2026, 11, 27, 0, 0, 9, TimeSpan.Zero);

    [Theory]
    [InlineData("complete", null, 0)]
    [InlineData("partial", "Canvas answered 403.", 1)]
    public async Task The_report_is_shown_when_the_run_has_ended(string state, string? error, int exit)
    {
        var (asked, looks) = ((JsonNode?)null, 0);
        await using var hub = await FakeHub.Start(app =>
        {
            app.MapPost("/api/reconciliations", (JsonNode wish) =>
            {
                asked = wish;
                return Answers.Send(Report("running", null), status: 202);
            });
            app.MapGet("/api/reconciliations/lacnord/canvas/r1", () => Answers.Send(Report(looks++ == 0 ? "running" : state, error)));
        });
        using var cli = hub.Cli();

        (await cli.Run("reconcile", "canvas", "--since", "2026-11-01")).ShouldBe(exit);

        asked!["since"]!.GetValue<DateTimeOffset>().ShouldBe(new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero));
        looks.ShouldBe(2);
        cli.Output.ShouldContain("Courses compared: 1 of 1; found: 12, new: 3");
        cli.Output.ShouldContain("501 / 2026A.RCR101.01");
        cli.Output.ShouldContain("Found: 12; new: 3; already known: 9.");
        cli.Output.ShouldContain(error ?? "compared");
        cli.Errors.Contains("1 of 1 courses could not be compared").ShouldBe(exit == 1);
    }

    [Fact]
    public async Task As_JSON_it_is_what_the_API_gives()
    {
        await using var hub = await FakeHub.Start(app =>
        {
            app.MapPost("/api/reconciliations", () => Answers.Send(Report("running", null), status: 202));
            app.MapGet("/api/reconciliations/lacnord/canvas/r1", () => Answers.Send(Report("complete", null)));
        });
        using var cli = hub.Cli();

        (await cli.Run("reconcile", "canvas", "--json")).ShouldBe(0);

        JsonNode.Parse(cli.Output)!["found"]!.GetValue<int>().ShouldBe(12);
    }

    [Fact]
    public async Task A_moment_that_is_none_is_refused()
    {
        await using var hub = await FakeHub.Start(_ => { });
        using var cli = hub.Cli();
        (await cli.Run("reconcile", "canvas", "--since", "yesterday")).ShouldNotBe(0);
        cli.Errors.ShouldContain("2026-11-01");
    }

    private static ReconciliationResponse Report(string state, string? error) => new()
    {
        Id = "r1",
        Institution = "lacnord",
        Source = "canvas",
        Since = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero),
        Until = new(2026, 11, 27, 0, 0, 0, TimeSpan.Zero),
        State = state,
        Ended = state == "running" ? null : Ended,
        Found = 12,
        New = 3,
        AlreadyThere = 9,
        Courses = [new("501", ["501", "2026A.RCR101.01"], 12, 3, 9, Ended, error)],
    };
}
