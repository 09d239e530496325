using System.Globalization;
using System.Reflection;
using IntegrationHub.Sandbox.Ethos;
using IntegrationHub.Sandbox.Faults;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IntegrationHub.Sandbox.Pages;

/// <summary>What the campus received, as the people there would see it.</summary>
internal static class PageEndpoints
{
    private const string Policy = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src * data:; frame-ancestors 'none'";

    public static IServiceCollection AddPages(this IServiceCollection services)
    {
        services.AddRazorComponents();
        return services;
    }

    public static void MapPages(this WebApplication app)
    {
        app.MapGet("/", Page<Overview>);
        app.MapGet("/transcript", Page<TranscriptPage>);
        app.MapGet("/badges", Page<BadgesPage>);
        app.MapGet("/teams", Page<TeamsPage>);
        app.MapGet("/mailbox", Page<MailboxPage>);
        app.MapPost("/transcript/roll", Roll);
        app.MapPost("/faults/add", AddFault);
        app.MapPost("/faults/{id}/clear", (string id, string? lang, FaultBook book) =>
        {
            book.Remove(id);
            return Back("/", lang);
        });
        MapAsset(app, "sandbox.css", "sandbox.css", "text/css; charset=utf-8");
        MapAsset(app, "cards.js", "cards.js", "text/javascript; charset=utf-8");
        MapAsset(app, "adaptivecards.js", "adaptivecards.min.js", "text/javascript; charset=utf-8");
    }

    private static RazorComponentResult<T> Page<T>(HttpContext context, string? lang) where T : IComponent
    {
        context.Response.Headers.ContentSecurityPolicy = Policy;
        return new(new { Lang = new Tongue(lang).Code });
    }

    /// <summary>A button of the page, or a script that wants the count.</summary>
    private static IResult Roll(HttpRequest request, string? lang, Registrar registrar)
    {
        var rolled = registrar.RollAll();
        return request.HasFormContentType ? Back("/transcript", lang) : Results.Json(new { rolled });
    }

    private static async Task<IResult> AddFault(HttpRequest request, string? lang, FaultBook book)
    {
        var form = await request.ReadFormAsync();
        if (!Enum.TryParse<FaultEffect>(form["effect"], ignoreCase: true, out var effect))
            return Results.BadRequest(new { error = "effect: one of the list." });
        var rule = new FaultRule(
            form["system"].ToString(), effect, null, Text("path"), Text("text"),
            Number("status"), Number("delayMs"), Number("downFor"), Number("times"), Number("retryAfter"));
        if (rule.Fault() is { } fault) return Results.BadRequest(new { error = fault });
        book.Add(rule);
        return Back("/", lang);

        string? Text(string name) => form[name].ToString() is { Length: > 0 } text ? text : null;
        int? Number(string name) => int.TryParse(form[name], CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    private static IResult Back(string path, string? lang) => Results.LocalRedirect($"{path}?lang={new Tongue(lang).Code}");

    private static void MapAsset(WebApplication app, string name, string resource, string type) =>
        app.MapGet($"/assets/{name}", () => Results.Stream(Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!, type));
}
