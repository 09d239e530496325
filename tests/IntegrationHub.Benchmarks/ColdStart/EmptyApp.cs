using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace IntegrationHub.Benchmarks.ColdStart;

/// <summary>The least that ASP.NET Core can be: one route, where the hub has its hook.</summary>
internal static class EmptyApp
{
    public const string Role = "empty-app";

    public static Task Run()
    {
        var app = WebApplication.CreateSlimBuilder().Build();
        app.MapPost("/hooks/{institution}/{source}", () => Results.Ok());
        return app.RunAsync();
    }
}
