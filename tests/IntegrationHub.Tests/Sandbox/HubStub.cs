using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.Tests.Sandbox;

/// <summary>A webhook that keeps what arrives and answers like the hub.</summary>
public sealed class HubStub : IAsyncDisposable
{
    private readonly WebApplication _app;

    private HubStub(WebApplication app) => _app = app;

    public ConcurrentQueue<Delivery> Deliveries { get; } = new();

    /// <summary>What a body is answered.</summary>
    public Func<string, int> Status { get; set; } = _ => StatusCodes.Status200OK;

    public string Setting => $"--Sandbox:HubUrl={_app.Urls.Single()}";

    public static async Task<HubStub> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var hub = new HubStub(builder.Build());
        hub._app.MapPost("/{**path}", async (HttpRequest request, HttpResponse response) =>
        {
            using var reader = new StreamReader(request.Body);
            var body = await reader.ReadToEndAsync();
            hub.Deliveries.Enqueue(
                new(
                    request.Path.Value!,
                    body,
                    request.Headers.Authorization.ToString(),
                    request.Headers["X-Experience-API-Version"].ToString()));
            response.StatusCode = hub.Status(body);
            response.Headers["X-Tracking-Id"] = $"t-{hub.Deliveries.Count}";
            return "kept";
        });
        await hub._app.StartAsync();
        return hub;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    public sealed record Delivery(string Path, string Body, string Authorization, string XapiVersion);
}
