using Deque.AxeCore.Playwright;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Testing.Console;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.Console;

/// <summary>The pages for everybody and for learners in a browser, over a real issuer.</summary>
public sealed class PublicPagesTests : IAsyncLifetime
{
    private readonly List<string> _complaints = [];
    private PublicHub _hub = null!;
    private IPlaywright _playwright = null!;
    private IBrowser _chromium = null!;

    public async ValueTask InitializeAsync()
    {
        _hub = await PublicHub.Start();
        _playwright = await Playwright.CreateAsync();
        _chromium = await Browser.Launch(_playwright);
    }

    public async ValueTask DisposeAsync()
    {
        await _chromium.DisposeAsync();
        _playwright.Dispose();
        await _hub.DisposeAsync();
    }

    [Theory]
    [InlineData("fr", "Authentique et valide")]
    [InlineData("en", "Genuine and valid")]
    public async Task A_credential_is_verified_before_the_visitors_eyes(string language, string verdict)
    {
        var id = await _hub.Issue(PublicSamples.Maika);
        var page = await Open($"/credentials/{id}?lang={language}");

        await Assertions.Expect(page.Locator("[aria-live=polite] .verdict")).ToContainTextAsync(verdict);

        (await page.Locator(".checks .check").CountAsync()).ShouldBeGreaterThan(6);
        _complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_a_script_everything_is_there_and_the_check_is_a_link_away()
    {
        var id = await _hub.Issue(PublicSamples.Maika);
        var page = await Open($"/credentials/{id}?lang=en", new() { JavaScriptEnabled = false });

        await page.GetByRole(AriaRole.Link, new() { Name = "Verify this credential" }).ClickAsync();

        await Assertions.Expect(page.Locator(".verdict")).ToContainTextAsync("Genuine and valid");
    }

    [Fact]
    public async Task A_learner_accepts_shows_the_name_and_withdraws_without_a_script()
    {
        var id = await _hub.Issue(PublicSamples.Jana);
        var page = await Open($"/learner/{_hub.TokenOf(id)}?lang=en", new() { JavaScriptEnabled = false });

        await page.GetByLabel("Show my name on the public page").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Accept my badge" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Its public page shows your name.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Open the public page" }).ClickAsync();
        await Assertions.Expect(page.GetByText("جنى الخوري")).ToBeVisibleAsync();
        await page.GoBackAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Withdraw…" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Yes, withdraw it" }).ClickAsync();

        await Assertions.Expect(page.GetByText("You withdrew the badge from public view on")).ToBeVisibleAsync();
        (await page.GotoAsync(Address($"/credentials/{id}")))!.Status.ShouldBe(404);
    }

    [Fact]
    public async Task Sharing_on_LinkedIn_leads_there_and_tells_it_nothing_of_the_private_page()
    {
        var id = await _hub.Issue(PublicSamples.Maika);
        var token = _hub.TokenOf(id);
        var page = await Open($"/learner/{token}?lang=en");
        var left = page.WaitForRequestAsync(request => request.Url.StartsWith("https://www.linkedin.com/", StringComparison.Ordinal));

        await page.GetByRole(AriaRole.Button, new() { Name = "Add to my LinkedIn profile" }).ClickAsync();

        var request = await left;
        request.Url.ShouldContain("certUrl=https%3A%2F%2Fhub.example.ca%2Fcredentials%2F");
        (request.Url + string.Join(' ', (await request.AllHeadersAsync()).Values)).ShouldNotContain(token);
        _complaints.ShouldNotContain(complaint => complaint.Contains("Content Security Policy", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_visitor_brings_a_file_and_reads_the_verdict()
    {
        var id = await _hub.Issue(PublicSamples.Aputi);
        var page = await Open("/verify?lang=fr");

        await page.GetByLabel("Choisir un fichier")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "insigne.png",
                    MimeType = "image/png",
                    Buffer = await _hub.Visitor.GetByteArrayAsync($"/credentials/{id}.png"),
                });
        await page.GetByRole(AriaRole.Button, new() { Name = "Vérifier" }).ClickAsync();

        await Assertions.Expect(page.Locator(".verdict")).ToContainTextAsync("Authentique et valide");
        _complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_upload_that_is_far_too_large_is_answered_in_words()
    {
        var page = await Open("/verify?lang=en");

        await page.GetByLabel("Choose a file")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "film.json",
                    MimeType = "application/json",
                    Buffer = new byte[8 * 1024 * 1024],
                });
        await page.GetByRole(AriaRole.Button, new() { Name = "Verify" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("This is larger than 1");
    }

    [Theory]
    [InlineData("fr", ColorScheme.Light)]
    [InlineData("en", ColorScheme.Dark)]
    public async Task No_page_has_a_barrier_and_all_fit_a_phone(string language, ColorScheme scheme)
    {
        var (id, revoked, erased) = (
            await _hub.Issue(PublicSamples.Maika),
            await _hub.Issue(PublicSamples.Jana),
            await _hub.Issue(PublicSamples.Aputi));
        await _hub.Stores.Save(await _hub.Holding(revoked) with { ShowsName = true }, CancellationToken.None);
        await _hub.Say(revoked, CredentialStatus.Revoked, "issued by mistake");
        await _hub.Erase(erased);
        var home = $"/learner/{_hub.TokenOf(id)}";
        var page = await Open(
            "/verify",
            new()
            {
                ColorScheme = scheme,
                ReducedMotion = ReducedMotion.Reduce,
                ViewportSize = new() { Width = 390, Height = 844 },
            });

        foreach (var path in new[]
            {
                $"/credentials/{id}?",
                $"/credentials/{revoked}?",
                $"/credentials/{erased}?",
                "/credentials/nothing?",
                "/verify?",
                $"/verify/{revoked}?full&",
                $"{home}?shared=email&",
                $"{home}?shared=link&",
                $"{home}/withdraw?",
            })
        {
            await page.GotoAsync(Address($"{path}lang={language}"));
            if (await page.Locator("[hx-get]").CountAsync() > 0)
                await page.WaitForSelectorAsync(".verdict");
            (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(390, path);
            (await page.RunAxe())
                .Violations.Select(violation =>
                    $"{violation.Id}: {violation.Description} {string.Join(' ', violation.Nodes.Select(node => node.Html))}")
                .ShouldBeEmpty(path);
        }
    }

    private string Address(string path) => new Uri(_hub.Visitor.BaseAddress!, path).AbsoluteUri;

    private async Task<IPage> Open(string path, BrowserNewContextOptions? options = null)
    {
        var page = await (await _chromium.NewContextAsync(options)).NewPageAsync();
        page.Console += (_, message) => _complaints.Add(message.Text);
        page.PageError += (_, error) => _complaints.Add(error);
        await page.GotoAsync(Address(path));
        return page;
    }
}
