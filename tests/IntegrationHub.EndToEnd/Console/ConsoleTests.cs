using Deque.AxeCore.Playwright;
using IntegrationHub.Core.Intake;
using IntegrationHub.Core.Lms;
using IntegrationHub.Testing.Console;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.Console;

public class ConsoleTests(ConsoleSite site) : IClassFixture<ConsoleSite>
{
    private const string NumberField = "input[name=studentNumber]";

    [Fact]
    public async Task What_happens_appears_by_itself()
    {
        (site.Awards, site.Attention) = ([], []);
        await using var context = await site.Chromium.NewContextAsync();
        var page = await Open(context, "/?lang=en");

        (site.Awards, site.Attention) = ([Samples.View()], [Samples.UnknownLearner]);

        await Assertions.Expect(page.GetByText("Maïka Okemaw")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#counts")).ToContainTextAsync("1 complete");
        await Assertions.Expect(page.Locator(NumberField)).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_delivery_of_a_source_appears_by_itself_with_its_verdict()
    {
        site.Changed = SourceSamples.New;
        await using var context = await site.Chromium.NewContextAsync();
        var page = await Open(context, "/sources/lacnord/cours?lang=en");
        await Assertions.Expect(page.Locator("#heard")).ToContainTextAsync("No deliveries yet");

        var refused = SourceSamples.Heard(IntakeVerdict.Refused) with { Admission = Admission.Wrong, What = null };
        site.Changed = SourceSamples.New with { State = SourceState.Troubled, Record = new() { Latest = [refused] } };

        await Assertions.Expect(page.Locator("#heard")).ToContainTextAsync("does not match this source");
    }

    [Fact]
    public async Task The_address_of_a_source_is_copied_by_a_button()
    {
        await using var context = await site.Chromium.NewContextAsync(new() { Permissions = ["clipboard-read", "clipboard-write"] });
        var page = await Open(context, "/sources/lacnord/moodle?lang=en");

        await page.GetByRole(AriaRole.Button, new() { Name = "Copy the address" }).ClickAsync();

        await Assertions.Expect(page.GetByText("Address copied.")).ToBeVisibleAsync();
        (await page.EvaluateAsync<string>("navigator.clipboard.readText()")).ShouldBe("https://hub.example.ca/hooks/lacnord/moodle");
    }

    [Fact]
    public async Task A_refresh_leaves_a_half_filled_form_alone()
    {
        (site.Awards, site.Attention) = ([], [Samples.UnknownLearner with { Count = 3 }]);
        await using var context = await site.Chromium.NewContextAsync();
        var page = await Open(context, "/?lang=en");
        await page.FillAsync(NumberField, "2026");

        site.Attention = [Samples.UnknownLearner with { Count = 4 }];
        await Refreshed(page);
        (await page.InputValueAsync(NumberField)).ShouldBe("2026");
        (await page.Locator(NumberField).EvaluateAsync<bool>("field => field === document.activeElement")).ShouldBeTrue();

        await page.Locator(NumberField).BlurAsync();
        await Refreshed(page);
        (await page.InputValueAsync(NumberField)).ShouldBe("2026");

        await page.FillAsync(NumberField, "");
        await page.Locator(NumberField).BlurAsync();
        await Assertions.Expect(page.Locator("#attention dd", new() { HasTextRegex = new("^4$") })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_hub_that_does_not_answer_is_said_to_be_out_of_date()
    {
        await using var context = await site.Chromium.NewContextAsync();
        var page = await Open(context, "/?lang=en");

        await context.SetOfflineAsync(true);
        await Assertions.Expect(page.Locator("#stale")).ToBeVisibleAsync();

        await context.SetOfflineAsync(false);
        await Assertions.Expect(page.Locator("#stale")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task The_browser_has_nothing_to_complain_about()
    {
        (site.Awards, site.Attention) = ([Samples.WithFailedTranscript()], Samples.EveryCause);
        await using var context = await site.Chromium.NewContextAsync();
        var page = await context.NewPageAsync();
        var complaints = new List<string>();
        page.Console += (_, message) => complaints.Add(message.Text);
        page.PageError += (_, error) => complaints.Add(error);

        await page.GotoAsync(site.Address("/"));
        await Refreshed(page);

        complaints.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/?lang=fr", ColorScheme.Light)]
    [InlineData("/?lang=en", ColorScheme.Dark)]
    [InlineData("/awards/lacnord-k3j9-0?lang=fr", ColorScheme.Dark)]
    [InlineData("/awards/lacnord-k3j9-0?lang=en", ColorScheme.Light)]
    [InlineData("/systems?lang=en", ColorScheme.Light)]
    [InlineData("/systems?lang=fr", ColorScheme.Dark)]
    [InlineData("/sources?lang=fr", ColorScheme.Dark)]
    [InlineData("/sources/lacnord/canvas?lang=fr", ColorScheme.Light)]
    [InlineData("/sources/lacnord/moodle?lang=en", ColorScheme.Dark)]
    [InlineData("/sources/lacnord/cours?lang=fr", ColorScheme.Light)]
    [InlineData("/sign-in?lang=fr", ColorScheme.Light)]
    public async Task A_page_has_no_barrier_and_fits_a_narrow_screen(string path, ColorScheme scheme)
    {
        (site.Awards, site.Attention) = ([Samples.WithFailedTranscript(), Samples.View()], Samples.EveryCause);
        await using var context = await site.Chromium.NewContextAsync(
            new()
            {
                ColorScheme = scheme,
                ViewportSize = new() { Width = 360, Height = 800 },
            });
        var page = await Open(context, path);
        await page.EvaluateAsync("document.querySelectorAll('details').forEach(closed => closed.open = true)");

        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(360);
        (await page.RunAxe()).Violations.Select(violation => $"{violation.Id}: {violation.Description}").ShouldBeEmpty();
    }

    private async Task<IPage> Open(IBrowserContext context, string path)
    {
        var page = await context.NewPageAsync();
        await page.GotoAsync(site.Address(path));
        return page;
    }

    /// <summary>Two answers: when the second has come, the first has been shown, or not.</summary>
    private static async Task Refreshed(IPage page)
    {
        for (var answers = 0; answers < 2; answers++)
            await page.WaitForResponseAsync(response => response.Url.Contains("/home/attention", StringComparison.Ordinal));
    }
}
