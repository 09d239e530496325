using System.Net;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Sandbox.Teams;

public class TeamsTests
{
    public static readonly TheoryData<object> Faulty =
    [
        new { type = "AdaptiveCard", version = "1.5", body = new[] { new { type = "TextBlock", text = "x" } } },
        new { type = "AdaptiveCard", version = "1.4", body = Array.Empty<object>() },
        new { type = "MessageCard", version = "1.4", body = new[] { new { type = "TextBlock", text = "x" } } },
        """{"type":"AdaptiveCard","version":"1.4","body":[{"type":"TextBlock","text":"x"}]}""",
    ];

    [Theory, MemberData(nameof(Faulty))]
    public async Task A_card_that_Workflows_cannot_show_is_refused(object content)
    {
        await using var sandbox = await SandboxHost.StartAsync();

        (await sandbox.PostCardAsync(content)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await sandbox.GetJsonAsync("/state/teams")).AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task Too_large_a_card_is_a_200_that_speaks_of_a_413()
    {
        await using var sandbox = await SandboxHost.StartAsync();

        var answer = await sandbox.PostCardAsync(Card(new string('é', 15_000)));

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("413");
        (await sandbox.GetJsonAsync("/state/teams")).AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_card_is_queued_only_with_the_signature_of_the_address()
    {
        await using var sandbox = await SandboxHost.StartAsync();

        (await sandbox.PostCardAsync(Card("Bonjour"), sig: "another")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await sandbox.PostCardAsync(Card("Bonjour"))).StatusCode.ShouldBe(HttpStatusCode.Accepted);

        (await sandbox.GetJsonAsync("/state/teams")).AsArray().Count.ShouldBe(1);
        (await sandbox.GetJsonAsync("/state/requests")).ToJsonString().ShouldNotContain("sig=");
    }

    internal static object Card(string text) =>
        new
        {
            type = "AdaptiveCard",
            version = "1.4",
            body = new[] { new { type = "TextBlock", text } },
        };
}
