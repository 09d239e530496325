using System.Text.RegularExpressions;
using System.Web;
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
        if (answer.Content is not { } items)
            throw Known(answer.Error)
                ?? new OutsideException(
                    OutsideFault.Unavailable,
                    "Canvas’s response to a list request contains no list.",
                    inner: answer.Error);
        var links = answer.Headers is { } headers && headers.TryGetValues("Link", out var values) ? string.Join(',', values) : "";
        return new(
            items,
            NextLink().Match(links) is { Success: true } next ? HttpUtility.ParseQueryString(next.Groups[1].Value).Get("page") : null);
    }

    private static OutsideException? Known(Exception? fault)
    {
        while (fault is not (null or OutsideException))
            fault = fault.InnerException;
        return fault as OutsideException;
    }

    [GeneratedRegex("""<[^>?]*\?([^>]*)>\s*;[^,<]*rel="?next"?""")]
    private static partial Regex NextLink();
}
