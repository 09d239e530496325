using System.Text.Json.Nodes;
using IntegrationHub.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Cli.Records;

public sealed class RecordsTests
{
    private const string Csv = "action,record\r\nenter,transcript\r\n";

    [Fact]
    public async Task The_files_are_listed_with_their_lines_and_whether_they_are_loaded()
    {
        await using var hub = await FakeHub.Start(app =>
            app.MapGet("/api/records/lacnord", () =>
                Answers.Send(
                    new RecordFileResponse[]
                    {
                        new("2026-11-24", 3, null),
                        new("2026-11-23", 12, new(2026, 11, 24, 13, 0, 0, TimeSpan.Zero)),
                    })));
        using var cli = hub.Cli();

        (await cli.Run("records")).ShouldBe(0);

        foreach (var said in new[] { "2026-11-24", "3", "not yet", "12", "2026-11-24 13:00:00Z" })
            cli.Output.ShouldContain(said);
    }

    [Fact]
    public async Task The_file_of_a_day_is_shown_or_written_to_the_letter()
    {
        await using var hub = await FakeHub.Start(app => app.MapGet("/api/records/autre/2026-11-24", () => Results.Text(Csv, "text/csv")));
        using var cli = hub.Cli();
        var file = Path.Combine(cli.Folder, "day.csv");

        (await cli.Run("records", "autre", "--day", "2026-11-24")).ShouldBe(0);
        cli.Output.ShouldContain("enter,transcript");
        (await cli.Run("records", "autre", "--day", "2026-11-24", "--output", file)).ShouldBe(0);

        (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).ShouldBe(Csv);
    }

    [Fact]
    public async Task A_file_that_cannot_be_written_is_a_sentence()
    {
        await using var hub = await FakeHub.Start(app =>
            app.MapGet("/api/records/lacnord/2026-11-24", () => Results.Text(Csv, "text/csv")));
        using var cli = hub.Cli();
        (await cli.Run("records", "--day", "2026-11-24", "--output", Path.Combine(cli.Folder, "no", "such", "day.csv"))).ShouldBe(1);
        cli.Errors.ShouldContain("cannot be written");
    }

    [Fact]
    public async Task An_output_without_a_day_is_refused_with_what_to_add()
    {
        await using var hub = await FakeHub.Start(_ => { });
        using var cli = hub.Cli();
        (await cli.Run("records", "--output", "x.csv")).ShouldNotBe(0);
        cli.Errors.ShouldContain("--day");
    }

    [Fact]
    public async Task A_loaded_file_is_noted_with_the_number_of_its_lines()
    {
        JsonObject? received = null;
        await using var hub = await FakeHub.Start(app => app.MapPost("/api/records/lacnord/2026-11-24/loaded", (JsonObject body) =>
            {
                received = body;
                return Answers.Send(new RecordsLoadedResponse("2026-11-24", 3));
            }));
        using var cli = hub.Cli();

        (await cli.Run("records", "loaded", "lacnord", "2026-11-24", "--lines", "3")).ShouldBe(0);

        received!["lines"]!.GetValue<int>().ShouldBe(3);
        cli.Output.ShouldContain("2026-11-24");
    }

    [Fact]
    public async Task What_the_hub_refuses_is_said()
    {
        await using var hub = await FakeHub.Start(app =>
            app.MapPost("/api/records/lacnord/2026-11-24/loaded", () => Results.Problem("The file may still grow.", statusCode: 409)));
        using var cli = hub.Cli();
        (await cli.Run("records", "loaded", "lacnord", "2026-11-24")).ShouldBe(1);
        cli.Errors.ShouldContain("still grow");
    }
}
