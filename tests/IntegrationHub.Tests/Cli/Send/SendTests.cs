using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Cli.Send;

public sealed class SendTests
{
    [Fact]
    public async Task The_tracking_id_is_printed_on_a_line_of_its_own()
    {
        JsonObject? received = null;
        await using var sandbox = await FakeHub.Start(app => app.MapPost("/send/canvas", (JsonObject body) =>
            {
                received = body;
                return Results.Json(
                    new
                    {
                        status = 200,
                        trackingId = "t-1",
                        body = "",
                    });
            }));
        using var cli = sandbox.Cli();
        (await cli.Run("send", "canvas", "--learner", "900100001", "--course", "CYB120", "--score", "87.5")).ShouldBe(0);
        cli.Output.Trim().ShouldBe("t-1");
        received!["learner"]!.GetValue<string>().ShouldBe("900100001");
        received["score"]!.GetValue<decimal>().ShouldBe(87.5m);
        received["source"].ShouldBeNull();
    }

    [Fact]
    public async Task A_refused_delivery_is_told_with_its_status()
    {
        await using var sandbox = await FakeHub.Start(app => app.MapPost("/send/moodle", () => Results.Json(
                    new
                    {
                        status = 401,
                        trackingId = (string?)null,
                        body = "",
                    })));
        using var cli = sandbox.Cli();
        (await cli.Run("send", "moodle", "--as", "forged")).ShouldBe(1);
        cli.Errors.ShouldContain("401");
    }

    [Fact]
    public async Task Repeated_deliveries_print_every_tracking_id()
    {
        await using var sandbox = await FakeHub.Start(app => app.MapPost("/send/canvas", () => Results.Json(
                    new
                    {
                        status = 200,
                        trackingId = "t-1",
                        body = "",
                        answers = new[]
                        {
                            new
                            {
                                status = 200,
                                trackingId = "t-1",
                                body = "",
                            },
                            new
                            {
                                status = 503,
                                trackingId = "t-2",
                                body = "",
                            },
                        },
                    })));
        using var cli = sandbox.Cli();
        (await cli.Run("send", "canvas", "--repeat", "2")).ShouldBe(1);
        cli.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldBe(["t-1", "t-2"]);
    }
}
