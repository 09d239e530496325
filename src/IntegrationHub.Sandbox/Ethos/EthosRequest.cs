using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationHub.Sandbox.Http;

namespace IntegrationHub.Sandbox.Ethos;

internal static class EthosRequest
{
    /// <summary>The <c>criteria</c> filter; an absent one is empty, an unreadable one null.</summary>
    public static JsonObject? Criteria(this HttpRequest request) =>
        request.Query.TryGetValue("criteria", out var text) ? JsonBody.ParseObject(text) : [];

    public static IResult BadCriteria() => EthosErrors.Invalid("'criteria' is not a JSON object.");

    public static RouteHandlerBuilder Reads(this RouteHandlerBuilder route, EthosResource resource) =>
        route.AddEndpointFilter(async (context, next) =>
        {
            if (resource.Readable(context.HttpContext.Request) is not { } mediaType)
                return NotAcceptable(resource);
            context.HttpContext.Response.Headers["x-media-type"] = mediaType;
            return await next(context);
        });

    /// <summary>Accept may be left out on a write, but a version that the resource does not speak is refused there too.</summary>
    public static RouteHandlerBuilder Writes(this RouteHandlerBuilder route, EthosResource resource) =>
        route.AddEndpointFilter(async (context, next) =>
        {
            var request = context.HttpContext.Request;
            if (resource.Writable(request) is null)
                return NotAcceptable(resource);
            var asked = request.Headers.Accept.ToString();
            if (asked.Contains("vnd.hedtech", StringComparison.OrdinalIgnoreCase)
                && resource.Readable(request) is null
                && !resource.Representations.Any(form => asked.Contains(form.MediaType, StringComparison.OrdinalIgnoreCase)))
                return NotAcceptable(resource);
            context.HttpContext.Response.Headers["x-media-type"] = resource.Representations[0].MediaType;
            return await next(context);
        });

    public static IResult Page<T>(this HttpContext context, IReadOnlyCollection<T> all, int maxPageSize)
    {
        var offset = Math.Max(0, Number("offset") ?? 0);
        var limit = Math.Clamp(Number("limit") ?? maxPageSize, 1, maxPageSize);
        context.Response.Headers["x-total-count"] = all.Count.ToString(System.Globalization.CultureInfo.InvariantCulture);
        context.Response.Headers["x-max-page-size"] = maxPageSize.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return Results.Json(all.Skip(offset).Take(limit), JsonSerializerOptions.Web);

        int? Number(string name) => int.TryParse(context.Request.Query[name], out var number) ? number : null;
    }

    private static IResult NotAcceptable(EthosResource resource) => EthosErrors.Answer(
        StatusCodes.Status406NotAcceptable, "Global.UnsupportedMediaType",
        $"The requested version of '{resource.Name}' is not available; see /admin/available-resources.");
}
