using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using IntegrationHub.Tests.Sandbox.Teams;
using Microsoft.Extensions.Time.Testing;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Sandbox.Faults;

public class FaultTests
{
    [Fact]
    public async Task A_rule_ends_after_its_times_and_counts_its_hits()
    {
        await using var sandbox = await SandboxHost.StartAsync();
        await sandbox.FaultAsync(new { system = "teams", effect = "status", status = 429, times = 2, retryAfter = 7 });

        var first = await sandbox.PostCardAsync(TeamsTests.Card("1"));
        var second = await sandbox.PostCardAsync(TeamsTests.Card("2"));
        var third = await sandbox.PostCardAsync(TeamsTests.Card("3"));

        first.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        first.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(7));
        second.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        third.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        (await sandbox.GetJsonAsync("/faults"))[0]!["hits"]!.GetValue<int>().ShouldBe(2);
    }

    [Fact]
    public async Task A_system_that_is_down_comes_back_by_itself()
    {
        var time = new FakeTimeProvider(new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero));
        await using var sandbox = await SandboxHost.StartAsync(time);
        await sandbox.FaultAsync(new { system = "teams", effect = "down", downFor = 20 });

        (await sandbox.PostCardAsync(TeamsTests.Card("1"))).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        time.Advance(TimeSpan.FromSeconds(20));

        (await sandbox.PostCardAsync(TeamsTests.Card("1"))).StatusCode.ShouldBe(HttpStatusCode.Accepted);
    }

    [Fact]
    public async Task A_dropped_connection_leaves_nothing_behind_and_a_late_drop_leaves_everything()
    {
        await using var sandbox = await SandboxHost.StartAsync();
        var badgeClass = (await sandbox.GetJsonAsync("/campus"))["courses"]![0]!["badgeClass"]!.ToString();
        var token = (await sandbox.BadgrTokenAsync())["access_token"]!.ToString();
        await sandbox.FaultAsync(new { system = "badgr", method = "POST", effect = "drop", times = 1 });
        await sandbox.FaultAsync(new { system = "badgr", method = "POST", effect = "dropAfter", times = 1 });

        await Should.ThrowAsync<HttpRequestException>(() => sandbox.AwardAsync(token, badgeClass, "x@example.ca"));
        (await sandbox.GetJsonAsync("/state/badges")).AsArray().Count.ShouldBe(0);
        await Should.ThrowAsync<HttpRequestException>(() => sandbox.AwardAsync(token, badgeClass, "x@example.ca"));
        (await sandbox.GetJsonAsync("/state/badges")).AsArray().Count.ShouldBe(1);

        (await sandbox.GetJsonAsync("/state/requests"))["badgr"]!["writes"]!.GetValue<int>().ShouldBe(1);
    }

    [Fact]
    public async Task A_lie_is_a_200_with_the_error_inside_and_no_effect()
    {
        await using var sandbox = await SandboxHost.StartAsync();
        var badgeClass = (await sandbox.GetJsonAsync("/campus"))["courses"]![0]!["badgeClass"]!.ToString();
        var token = (await sandbox.BadgrTokenAsync())["access_token"]!.ToString();
        await sandbox.FaultAsync(new { system = "badgr", effect = "lie" });
        await sandbox.FaultAsync(new { system = "teams", effect = "lie", status = 429 });

        var badge = await sandbox.AwardAsync(token, badgeClass, "x@example.ca");
        var card = await sandbox.PostCardAsync(TeamsTests.Card("1"));

        badge.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await badge.Content.ReadFromJsonAsync<JsonNode>())!["status"]!["success"]!.GetValue<bool>().ShouldBeFalse();
        card.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await card.Content.ReadAsStringAsync()).ShouldContain("429");
        (await sandbox.GetJsonAsync("/state/badges")).AsArray().ShouldBeEmpty();
        (await sandbox.GetJsonAsync("/state/teams")).AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_rule_can_single_out_one_learner_by_what_the_request_says()
    {
        await using var sandbox = await SandboxHost.StartAsync();
        var token = await sandbox.EthosTokenAsync();
        await sandbox.FaultAsync(new { system = "ethos", path = "/api/persons", text = "900100038", effect = "status", status = 500 });

        (await FindAsync("900100038")).StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        (await FindAsync("900100001")).StatusCode.ShouldBe(HttpStatusCode.OK);

        Task<HttpResponseMessage> FindAsync(string number) => sandbox.EthosAsync(
            HttpMethod.Get,
            $"/api/persons?criteria={Uri.EscapeDataString($$"""{"credentials":[{"type":"bannerId","value":"{{number}}"}]}""")}",
            token, "application/vnd.hedtech.integration.v12+json");
    }

    [Fact]
    public async Task A_late_answer_is_still_the_right_one()
    {
        await using var sandbox = await SandboxHost.StartAsync();
        await sandbox.FaultAsync(new { system = "teams", effect = "delay", delayMs = 50 });

        (await sandbox.PostCardAsync(TeamsTests.Card("1"))).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        (await sandbox.GetJsonAsync("/state/requests"))["teams"]!["last"]![0]!["fault"]!.ToString().ShouldBe("delay");
    }

    [Fact]
    public async Task Who_does_not_wait_for_a_late_answer_has_had_the_effect()
    {
        await using var sandbox = await SandboxHost.StartAsync();
        await sandbox.FaultAsync(new { system = "teams", effect = "delayAfter", delayMs = 600_000, times = 1 });
        await sandbox.FaultAsync(new { system = "teams", effect = "delayAfter", delayMs = 1, times = 1 });

        await Should.ThrowAsync<TimeoutException>(() => sandbox.PostCardAsync(TeamsTests.Card("1")).WaitAsync(TimeSpan.FromSeconds(1)));
        (await sandbox.GetJsonAsync("/state/teams")).AsArray().Count.ShouldBe(1);

        (await sandbox.PostCardAsync(TeamsTests.Card("2"))).StatusCode.ShouldBe(HttpStatusCode.Accepted);
    }

    [Theory]
    [InlineData("ethos", "errors", 503)]
    [InlineData("badgr", "status", 500)]
    [InlineData("teams", "error", 502)]
    [InlineData("graph", "error", 429)]
    [InlineData("entra", "error_description", 503)]
    public async Task A_failure_is_said_in_the_words_of_the_system(string system, string envelope, int status)
    {
        await using var sandbox = await SandboxHost.StartAsync();
        await sandbox.FaultAsync(new { system, effect = "status", status });

        var answer = await sandbox.Client.GetAsync(system == "teams" ? "/teams/workflows/x" : $"/{system}/anything");

        ((int)answer.StatusCode).ShouldBe(status);
        (await answer.Content.ReadFromJsonAsync<JsonNode>())![envelope].ShouldNotBeNull();
    }

    [Fact]
    public async Task A_rule_that_cannot_work_is_refused_with_what_it_lacks()
    {
        await using var sandbox = await SandboxHost.StartAsync();

        var answer = await sandbox.Client.PostAsJsonAsync("/faults", new { system = "peoplesoft", effect = "drop" });

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("ethos, badgr, teams, graph, entra, canvas");
    }
}
