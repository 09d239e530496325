using IntegrationHub.Console.Shared;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Net.Http.Headers;

namespace IntegrationHub.Functions.Pages;

/// <summary>The console's style, script and icon; their addresses change with their content.</summary>
public sealed class AssetFunctions
{
    /// <summary>One file; 404 where there is none.</summary>
    [Function("PageAsset")]
    public static IResult Show(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "assets/{file}")] HttpRequest request,
        string file)
    {
        if (!ConsoleAssets.TryOpen(file, out var stream, out var contentType, out var etag))
            return Results.NotFound();
        request.HttpContext.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.Stream(stream, contentType, entityTag: EntityTagHeaderValue.Parse(etag));
    }
}
