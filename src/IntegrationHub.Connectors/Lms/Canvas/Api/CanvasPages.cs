using System.Text.RegularExpressions;
using System.Web;
using IntegrationHub.Connectors.Http;
using IntegrationHub.Core.Failures;
using Refit;

namespace IntegrationHub.Connectors.Lms.Canvas.Api;

/// <summary>A page of one of Canvas's lists.</summary>
/// <param name="Items">What is on it.</param>
/// <param name="Next">The name of the page after it; null for the last.</param>
internal sealed record CanvasPage<T>(IReadOnlyList<T> Items, string? Next);

internal static partial class CanvasPages
{
    /// <summary>Reads a page. Of the header Link only the name of the next page is taken, never its whole address.</summary>
    /// <exception cref="OutsideException">The answer is no list: an unreadable page must never pass for an empty one.</exception>
    public static async Task<CanvasPage<T>> Page<T>(this Task<ApiResponse<T[]>> asked)
    {
        using var answer = await asked;
        var items = answer.Content(CanvasApi.System.Name, "a list request");
        var links = answer.Headers is { } headers && headers.TryGetValues("Link", out var values) ? string.Join(',', values) : "";
        return new(
            items,
            NextLink().Match(links) is { Success: true } next ? HttpUtility.ParseQueryString(next.Groups[1].Value).Get("page") : null);
    }

    [GeneratedRegex("""<[^>?]*\?([^>]*)>\s*;[^,<]*rel="?next"?""")]
    private static partial Regex NextLink();
}
