using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.Benchmarks.Sources;

/// <summary>What a hook cannot do less than: reads the body to its end and answers 200.</summary>
internal static class BodyReader
{
    public const string Role = "body-reader";

    public static Task Run()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.MapPost("/hooks/{institution}/{source}", async (HttpRequest request) =>
        {
            var buffer = new byte[16 * 1024];
            while (await request.Body.ReadAsync(buffer, request.HttpContext.RequestAborted) > 0)
            {
            }

            return Results.Ok();
        });
        app.MapGet("/", () => Results.Ok());
        return app.RunAsync();
    }
}
