using IntegrationHub.Console;
using IntegrationHub.Console.Shared;
using IntegrationHub.Core.Attention;
using IntegrationHub.Core.Awarding;
using IntegrationHub.Core.Intake;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Testing.Console;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;
using Xunit;

namespace IntegrationHub.EndToEnd.Console;

/// <summary>The hub's pages over awards and attention items that a test chooses, and a browser to look at them.</summary>
public sealed class ConsoleSite : IAsyncLifetime
{
    private readonly WebApplication _app = Build();
    private IPlaywright? _playwright;

    internal IReadOnlyList<AwardView> Awards { get; set; } = [];

    internal IReadOnlyList<AttentionItem> Attention { get; set; } = [];

    /// <summary>A source in the place of the sample of its name.</summary>
    internal SourceView? Changed { get; set; }

    internal IBrowser Chromium { get; private set; } = null!;

    internal string Address(string path) => _app.Urls.First() + path;

    public async ValueTask InitializeAsync()
    {
        _app.Use(
            (http, next) =>
            {
                http.Response.Headers.ContentSecurityPolicy = ConsolePages.ContentSecurityPolicy;
                return next();
            });
        _app.MapGet("/assets/{file}", (string file) =>
            ConsoleAssets.TryOpen(file, out var stream, out var type, out _) ? Results.Stream(stream, type) : Results.NotFound());
        _app.MapGet("/", (HttpContext http) => ConsolePages.Home(http.PageContext(), Awards, Attention));
        _app.MapGet("/home/list", (HttpContext http, string? seen) => ConsolePages.HomeList(http.PageContext(), Awards, Attention, seen));
        _app.MapGet("/home/attention", (HttpContext http, string? seen) => ConsolePages.HomeAttention(http.PageContext(), Attention, seen));
        _app.MapGet("/awards/{id}", (HttpContext http) => ConsolePages.Award(http.PageContext(), Awards[0]));
        _app.MapGet("/sources", (HttpContext http) => ConsolePages.Sources(http.PageContext(), SourceSamples.All));
        _app.MapGet("/systems", (HttpContext http) => ConsolePages.Systems(http.PageContext()));
        _app.MapGet("/sources/lacnord/{name}", (HttpContext http, string name) => ConsolePages.Source(http.PageContext(), Source(name)));
        _app.MapGet("/sources/lacnord/{name}/heard", (HttpContext http, string name, string? seen) =>
            ConsolePages.SourceHeard(http.PageContext(), Source(name), seen));
        _app.MapGet("/sign-in", (HttpContext http) => ConsolePages.SignIn(http.PageContext()));
        await _app.StartAsync();
        _playwright = await Playwright.CreateAsync();
        Chromium = await Browser.Launch(_playwright);
    }

    public async ValueTask DisposeAsync()
    {
        await Chromium.DisposeAsync();
        _playwright?.Dispose();
        await _app.DisposeAsync();
    }

    private SourceView Source(string name) =>
        Changed?.Source.Name == name ? Changed : SourceSamples.All.First(view => view.Source.Name == name);

    private static WebApplication Build()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder
            .Services.AddConsole()
            .AddSingleton(TimeProvider.System)
            .AddSingleton<IInstitutions, OnlyLacNord>()
            .AddSingleton(IntegrationHub.Connectors.ConnectorsSetup.Kinds());
        return builder.Build();
    }

    private sealed class OnlyLacNord : IInstitutions
    {
        public IReadOnlyCollection<Institution> All => [Samples.LacNord];

        public IReadOnlyCollection<string> Names => [Samples.LacNord.Id];

        public InstitutionState Find(string id, out Institution? institution)
        {
            institution = Samples.LacNord;
            return InstitutionState.InForce;
        }
    }
}
