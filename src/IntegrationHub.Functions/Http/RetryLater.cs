using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace IntegrationHub.Functions.Http;

/// <summary>Answers that say when to try again (Retry-After, RFC 9110, 10.2.3).</summary>
internal static class RetryLater
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    /// <summary>Not now: 503.</summary>
    public static IResult Answer(HttpRequest request) => Answer(request, StatusCodes.Status503ServiceUnavailable, Pause);

    /// <summary>A status of its own, and how long to wait.</summary>
    public static IResult Answer(HttpRequest request, int status, TimeSpan wait)
    {
        Say(request, wait);
        return Results.StatusCode(status);
    }

    /// <summary>Says when to try again, beside an answer of another's.</summary>
    public static void Say(HttpRequest request) => Say(request, Pause);

    private static void Say(HttpRequest request, TimeSpan wait) =>
        request.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
}
