using Deque.AxeCore.Playwright;
using IntegrationHub.EndToEnd.Hub;
using IntegrationHub.Sandbox.Faults;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.Browser;

/// <summary>What a registrar sees and does, in a browser, on the running hub.</summary>
[Collection(nameof(OneHub))]
public sealed class RegistrarTests(RunningHub hub) : IAsyncLifetime
{
    private IPlaywright _playwright = null!;
    private IBrowser _chromium = null!;

    public async ValueTask InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        _chromium = await Console.Browser.Launch(_playwright);
    }

    public async ValueTask DisposeAsync()
    {
        hub.Campus.Mend();
        await _chromium.DisposeAsync();
        _playwright.Dispose();
    }

    [Fact]
    public async Task A_failed_award_shows_its_reason_and_becomes_done_before_ones_eyes_after_a_replay()
    {
        var (finished, failing) = (hub.Campus.NewLearner(), hub.Campus.NewLearner());
        await hub.Complete(finished, "CYB120");
        await hub.DoneAwardOf(finished);
        hub.Campus.Fail("ethos", FaultEffect.Status, "student-unverified-grades", "POST", status: 400);
        await hub.Complete(failing, "CYB120");
        await hub.AwardOf(failing, award => award.HasFailed && award.IsSettled);
        var page = await SignedIn();

        await Assertions.Expect(Row(page, finished.Name).Locator(".state-done")).ToHaveCountAsync(4);
        var row = Row(page, failing.Name);
        await Assertions.Expect(row.Locator(".failed")).ToContainTextAsync("400");
        await HasNoBarrier(page);

        hub.Campus.Mend();
        await row.Locator(".failed button").ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToBeVisibleAsync();
        await page.GotoAsync(Address("/?lang=en"));
        await page.EvaluateAsync("window.stayed = true");
        await Assertions.Expect(Row(page, failing.Name).Locator(".state-done")).ToHaveCountAsync(4);
        (await page.EvaluateAsync<bool>("window.stayed === true")).ShouldBeTrue();
        hub.Campus.TranscriptOf(failing).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task An_unknown_learner_is_named_by_the_form_and_the_award_appears()
    {
        var learner = hub.Campus.NewLearner();
        var page = await SignedIn();
        await hub.Campus.Send("moodle", new { learner = learner.Email, course = "RCR101", score = 91 });
        var item = page.Locator("#attention li, #attention article", new() { HasText = $"{learner.MoodleId}" }).Last;
        await Assertions.Expect(item).ToBeVisibleAsync();
        await HasNoBarrier(page);

        await item.Locator("input[name=studentNumber]").FillAsync(learner.StudentNumber!);
        await item.Locator("button.main").ClickAsync();

        await Assertions.Expect(Row(page, learner.Name)).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#attention", new() { HasText = $"{learner.MoodleId}" })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task The_pages_speak_french_when_asked_and_so_does_the_award()
    {
        var learner = hub.Campus.NewLearner();
        await hub.Complete(learner, "CYB120");
        await hub.DoneAwardOf(learner);
        var page = await SignedIn();

        await page.Locator("nav a[hreflang=fr]").ClickAsync();
        await Assertions.Expect(page.Locator("html[lang=fr]")).ToHaveCountAsync(1);
        await HasNoBarrier(page);
        await Row(page, learner.Name).GetByRole(AriaRole.Link, new() { Name = "Hygiène en cybersécurité", Exact = true }).ClickAsync();

        await Assertions.Expect(page.Locator("html[lang=fr]")).ToHaveCountAsync(1);
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Hygiène en cybersécurité");
        await Assertions.Expect(page.Locator("article .state-done")).ToHaveCountAsync(4);
        await HasNoBarrier(page);
    }

    [Fact]
    public async Task A_wrong_key_opens_nothing_and_signing_out_closes()
    {
        var context = await _chromium.NewContextAsync(new() { Locale = "en-CA" });
        var page = await context.NewPageAsync();
        await page.GotoAsync(Address("/sign-in?key=not-the-key"));
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await HasNoBarrier(page);

        await page.FillAsync("#key", hub.AdminKey);
        await page.Locator("button.main").ClickAsync();
        await Assertions.Expect(page.Locator("#attention")).ToHaveCountAsync(1);
        await page.Locator("form[action*='/sign-out'] button").ClickAsync();
        await page.GotoAsync(Address("/"));

        page.Url.ShouldContain("/sign-in");
    }

    private async Task<IPage> SignedIn()
    {
        var context = await _chromium.NewContextAsync(new() { Locale = "en-CA" });
        var page = await context.NewPageAsync();
        await page.GotoAsync(Address($"/sign-in?key={hub.AdminKey}"));
        new Uri(page.Url).AbsolutePath.ShouldBe("/");
        page.Url.ShouldNotContain(hub.AdminKey);
        return page;
    }

    private string Address(string path) => hub.Settings["urls"] + path;

    private static ILocator Row(IPage page, string learner) => page.Locator("tr", new() { HasText = learner });

    private static async Task HasNoBarrier(IPage page) =>
        (await page.RunAxe()).Violations.Select(violation => $"{violation.Id}: {violation.Description}").ShouldBeEmpty();
}
