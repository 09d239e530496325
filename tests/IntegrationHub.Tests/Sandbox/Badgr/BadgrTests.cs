using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Sandbox.Badgr;

public class BadgrTests
{
    [Fact]
    public async Task A_token_ends_and_its_refresh_token_is_good_once()
    {
        var time = new FakeTimeProvider(new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero));
        await using var sandbox = await SandboxHost.StartAsync(time, "--Sandbox:Badgr:TokenLifetime=00:10:00");
        var badgeClass = (await sandbox.GetJsonAsync("/campus"))["courses"]![0]!["badgeClass"]!.ToString();
        var tokens = await sandbox.BadgrTokenAsync();
        time.Advance(TimeSpan.FromMinutes(10));

        (await sandbox.AwardAsync(tokens["access_token"]!.ToString(), badgeClass, "x@example.ca")).StatusCode.ShouldBe(
            HttpStatusCode.Unauthorized);
        var refreshed = await RefreshAsync(sandbox, tokens);
        var again = await RefreshAsync(sandbox, tokens);

        refreshed.StatusCode.ShouldBe(HttpStatusCode.OK);
        again.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        var renewed = (await refreshed.Content.ReadFromJsonAsync<JsonNode>())!["access_token"]!.ToString();
        (await sandbox.AwardAsync(renewed, badgeClass, "x@example.ca")).StatusCode.ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task A_revoked_badge_may_be_awarded_again_a_held_one_may_not()
    {
        await using var sandbox = await SandboxHost.StartAsync();
        var badgeClass = (await sandbox.GetJsonAsync("/campus"))["courses"]![0]!["badgeClass"]!.ToString();
        var token = (await sandbox.BadgrTokenAsync())["access_token"]!.ToString();
        var first = (await (await sandbox.AwardAsync(token, badgeClass, "x@example.ca")).Content.ReadFromJsonAsync<JsonNode>())!["result"]![
            0
        ]!["entityId"]!.ToString();

        var held = await sandbox.AwardAsync(token, badgeClass, "x@example.ca");
        using var revoke = new HttpRequestMessage(HttpMethod.Delete, $"/badgr/v2/assertions/{first}")
        {
            Headers = { Authorization = new("Bearer", token) },
            Content = JsonContent.Create(new { revocation_reason = "Issued in error" }),
        };
        (await sandbox.Client.SendAsync(revoke)).EnsureSuccessStatusCode();
        var after = await sandbox.AwardAsync(token, badgeClass, "x@example.ca");

        held.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await held.Content.ReadFromJsonAsync<JsonNode>())!["validationErrors"]![0]!.ToString().ShouldContain("previous award");
        after.StatusCode.ShouldBe(HttpStatusCode.Created);
        (await sandbox.Client.GetStringAsync($"/badgr/public/assertions/{first}")).ShouldContain("Revoked");
    }

    private static Task<HttpResponseMessage> RefreshAsync(SandboxHost sandbox, JsonNode tokens) =>
        sandbox.Client.PostAsync(
            "/badgr/o/token",
            SandboxHost.Form(("grant_type", "refresh_token"), ("refresh_token", tokens["refresh_token"]!.ToString())));
}
