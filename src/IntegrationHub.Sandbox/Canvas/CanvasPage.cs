using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;

namespace IntegrationHub.Sandbox.Canvas;

/// <summary>
/// Lists in pages, the next one named by the header Link; pages are small, so that who reads the first only is found out.
/// </summary>
internal static class CanvasPage
{
    private const int Largest = 5;

    public static IResult Page<T>(this HttpContext context, IReadOnlyList<T> all)
    {
        var request = context.Request;
        var page = Math.Max(1, int.TryParse(request.Query["page"], CultureInfo.InvariantCulture, out var asked) ? asked : 1);
        var size = Math.Clamp(
            int.TryParse(request.Query["per_page"], CultureInfo.InvariantCulture, out var wanted) ? wanted : Largest,
            1,
            Largest);
        if (page * size < all.Count)
        {
            var query = request
                .Query.Where(pair => pair.Key != "page")
                .SelectMany(pair => pair.Value.Select(value => KeyValuePair.Create(pair.Key, value)));
            var next = QueryHelpers.AddQueryString(
                $"{request.Scheme}://{request.Host}{request.Path}",
                query.Append(KeyValuePair.Create("page", (string?)(page + 1).ToString(CultureInfo.InvariantCulture))));
            context.Response.Headers.Link = $"<{next}>; rel=\"next\",<{next}>; rel=\"last\"";
        }

        return Results.Json(all.Skip((page - 1) * size).Take(size));
    }
}
