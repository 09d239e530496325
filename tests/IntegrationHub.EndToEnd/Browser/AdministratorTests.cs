using Deque.AxeCore.Playwright;
using IntegrationHub.Api;
using IntegrationHub.EndToEnd.Hub;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.Browser;

/// <summary>What an LMS administrator sees and does, on the running hub.</summary>
[Collection(nameof(OneHub))]
public sealed class AdministratorTests(RunningHub hub)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_test_event_goes_through_the_public_address_and_its_verdict_is_seen()
    {
        var moodle = await Source("moodle");
        var test = await hub.Api.TestSource(moodle.Institution, moodle.Source, Cancellation);

        (test.Outcome, test.Status).ShouldBe(("taken", 200));
        var seen = await hub.Api.Source(moodle.Institution, moodle.Source, Cancellation);
        var heard = seen.Deliveries.First(delivery => delivery.TrackingId == test.Id);
        (heard.Verdict, heard.IsTest, heard.Completions).ShouldBe(("ignored", true, 0));
    }

    [Fact]
    public async Task A_source_that_only_the_sender_can_sign_for_says_so() =>
        (await hub.Api.TestSource("lacnord", "canvas", Cancellation)).Outcome.ShouldBe("onlyTheSender");

    [Fact]
    public async Task The_administrator_sends_a_test_and_sees_it_arrive_and_a_wrong_password_refused()
    {
        using var playwright = await Playwright.CreateAsync();
        await using var chromium = await Console.Browser.Launch(playwright);
        var page = await (await chromium.NewContextAsync(new() { Locale = "en-CA" })).NewPageAsync();
        await page.GotoAsync($"{hub.Settings["urls"]}/sign-in?key={hub.AdminKey}");
        await page.GetByRole(AriaRole.Link, new() { Name = "Sources" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "moodle" }).ClickAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Send a test event" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status).First).ToContainTextAsync("the connection works");
        await Assertions.Expect(page.Locator("#heard tbody").First).ToContainTextAsync("test");

        using var refused = await hub.Deliver("moodle/statements", "[]", "moodle:wrong");
        await Assertions.Expect(page.Locator("#heard tbody").Last).ToContainTextAsync("does not match this source");
        (await page.ContentAsync()).ShouldNotContain(hub.Settings["LACNORD_MOODLE_PASSWORD"]);
        (await page.RunAxe()).Violations.Select(violation => $"{violation.Id}: {violation.Description}").ShouldBeEmpty();
    }

    private async Task<SourceResponse> Source(string name) => (await hub.Api.Sources(Cancellation)).Single(source => source.Source == name);
}
