using IntegrationHub.Api;
using Microsoft.AspNetCore.Builder;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Cli.Awards;

public sealed class ReplayTests
{
    [Theory]
    [InlineData("is done already; nothing is replayed", "learner")]
    [InlineData("No step of a1 has failed; nothing is replayed")]
    public async Task What_is_done_already_is_not_said_to_be_replayed(string said, params string[] step)
    {
        await using var hub = await FakeHub.Start(app =>
        {
            app.MapGet("/api/awards/{id}", () => Answers.Send(Answers.Award));
            app.MapPost("/api/awards/{id}/replay/{step?}", () => Answers.Send(new ReplayResponse([]), status: 202));
        });
        using var cli = hub.Cli();

        (await cli.Run(["replay", "a1", .. step])).ShouldBe(0);

        cli.Output.ShouldContain(said);
        cli.Output.ShouldNotContain("Replaying");
    }
}
