using System.Text.Json.Nodes;
using IntegrationHub.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Cli.Erasures;

public sealed class EraseTests
{
    private static readonly DateTimeOffset Done = new(2026, 3, 1, 12, 0, 9, TimeSpan.Zero);

    [Fact]
    public async Task An_erasure_is_waited_for_and_says_what_is_gone_and_what_is_kept_elsewhere_and_why()
    {
        JsonObject? received = null;
        var asked = 0;
        await using var hub = await FakeHub.Start(app =>
        {
            app.MapPost("/api/erasures", (JsonObject body) =>
            {
                received = body;
                return Answers.Send(Line(done: null), status: 202);
            });
            app.MapGet("/api/erasures/lacnord/l7", () => Answers.Send(Line(++asked < 2 ? null : Done)));
        });
        using var cli = hub.Cli();

        (await cli.Run("erase", "lacnord", "900100001", "--yes")).ShouldBe(0);

        received!["institution"]!.GetValue<string>().ShouldBe("lacnord");
        received["studentNumber"]!.GetValue<string>().ShouldBe("900100001");
        asked.ShouldBe(2);
        foreach (var said in new[]
            {
                "credential documents: 2",
                "awards anonymized: 3",
                "raw deliveries: 5",
                "can still be verified",
                "the law requires",
                "LMS",
            })
            cli.Output.ShouldContain(said);
        cli.Output.ShouldNotContain("external platform");
        cli.Output.ShouldNotContain("900100001");
    }

    [Fact]
    public async Task Where_nobody_can_confirm_nothing_is_erased()
    {
        var asked = 0;
        await using var hub = await FakeHub.Start(app => app.MapPost("/api/erasures", () => asked++));
        using var cli = hub.Cli();

        (await cli.Run("erase", "lacnord", "900100001")).ShouldBe(1);

        asked.ShouldBe(0);
        cli.Errors.ShouldContain("--yes");
    }

    [Fact]
    public async Task Somebody_unknown_is_a_sentence()
    {
        await using var hub = await FakeHub.Start(app =>
            app.MapPost("/api/erasures", () => Results.Problem("Nobody by this number.", statusCode: 404)));
        using var cli = hub.Cli();
        (await cli.Run("erase", "lacnord", "900100001", "--yes")).ShouldBe(1);
        cli.Errors.ShouldContain("Nobody by this number.");
    }

    [Theory]
    [InlineData("erase")]
    [InlineData("erase", "lacnord")]
    [InlineData("erase", "lacnord", "900100001", "--replay")]
    public async Task It_must_be_said_whom(params string[] arguments)
    {
        await using var hub = await FakeHub.Start(_ => { });
        using var cli = hub.Cli();
        (await cli.Run(arguments)).ShouldNotBe(0);
        cli.Errors.ShouldContain("--replay");
    }

    [Fact]
    public async Task A_replay_waits_for_every_line_of_the_ledger()
    {
        await using var hub = await FakeHub.Start(app =>
        {
            app.MapPost("/api/erasures/lacnord", () => Answers.Send(new ErasureReplayResponse(["l7", "l8"]), status: 202));
            app.MapGet("/api/erasures/lacnord/{learner}", (string learner) => Answers.Send(Line(Done)));
        });
        using var cli = hub.Cli();
        (await cli.Run("erase", "--replay")).ShouldBe(0);
        cli.Output.ShouldContain("2 of 2");
    }

    private static ErasureResponse Line(DateTimeOffset? done) =>
        new("lacnord", "l7", Done.AddSeconds(-9), done, Credentials: 2, Awards: 3, Deliveries: 5, ["transcript", "lms"]);
}
