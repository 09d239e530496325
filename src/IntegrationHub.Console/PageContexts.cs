using IntegrationHub.Console.Shared;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationHub.Console;

/// <summary>Reads a page's context out of a request.</summary>
public static class PageContexts
{
    /// <summary>
    /// The context of a request. Language: the query's <c>lang</c> (kept in a cookie), else the cookie, else what the
    /// browser prefers, else French. Sends the antiforgery cookie along.
    /// </summary>
    public static PageContext PageContext(this HttpContext http, bool signedIn = true)
    {
        var tokens = http.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(http);
        return new(Language(http), new(tokens.FormFieldName, tokens.RequestToken!), http.Request.Path, Now(http))
        {
            SignedIn = signedIn,
            Done = Enum.TryParse<Done>(http.Request.Query["done"], ignoreCase: true, out var done) && Enum.IsDefined(done) ? done : null,
        };
    }

    /// <summary>The context of a page for anybody that has no form: it needs no keys.</summary>
    public static PageContext FormlessPage(this HttpContext http) =>
        new(Language(http), new("", ""), http.Request.Path, Now(http)) { SignedIn = false };

    private static DateTimeOffset Now(HttpContext http) => http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();

    private static string Language(HttpContext http)
    {
        var cookie = http.RequestServices.GetRequiredService<HubCookies>().Language;
        if (Known(http.Request.Query["lang"]) is { } asked)
        {
            http.Response.Cookies.Append(cookie.Name!, asked, cookie.Build(http));
            return asked;
        }

        return Known(http.Request.Cookies[cookie.Name!])
            ?? http.Request.GetTypedHeaders().AcceptLanguage
                .OrderByDescending(language => language.Quality ?? 1)
                .Select(language => Known(language.Value.Value))
                .FirstOrDefault(language => language is not null)
            ?? "fr";
    }

    private static string? Known(string? language) => language?.Split('-')[0].ToLowerInvariant() switch
    {
        "fr" => "fr",
        "en" => "en",
        _ => null,
    };
}
