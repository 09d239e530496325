using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace IntegrationHub.EmbeddedHost.Http;

/// <summary>
/// What Azure's host answers before or instead of a function, each as it was seen there. It takes 2 to 15 seconds for its 500s; this one
/// does not wait.
/// </summary>
internal static class StrictAnswers
{
    private const long LargestBody = 30_000_000;

    public static void Use(IApplicationBuilder app) => app.Use((http, next) =>
    {
        if (To(http) is not { } status)
            return next(http);
        http.Response.StatusCode = status;
        return Task.CompletedTask;
    });

    private static int? To(HttpContext http) =>
        HasOtherThanAscii(http.Request.Headers) || http.Request.ContentLength > LargestBody ? StatusCodes.Status500InternalServerError
        : http.Request.Path.StartsWithSegments("/admin") ? StatusCodes.Status401Unauthorized
        : http.Request.Path == "/" && http.GetEndpoint() is null ? StatusCodes.Status204NoContent
        : null;

    private static bool HasOtherThanAscii(IHeaderDictionary headers)
    {
        foreach (var header in headers)
        {
            foreach (var value in header.Value)
            {
                if (value is not null && !Ascii.IsValid(value))
                    return true;
            }
        }

        return false;
    }
}
