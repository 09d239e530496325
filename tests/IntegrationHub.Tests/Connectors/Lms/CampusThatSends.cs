using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using IntegrationHub.Core.Model.Completions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Xunit;

namespace IntegrationHub.Tests.Connectors.Lms;

/// <summary>The campus, and a place to which its LMSs send: what arrives over HTTP is handed to the connector under test.</summary>
public sealed class CampusThatSends : IAsyncLifetime
{
    private readonly ConcurrentQueue<Delivery> _arrived = new();
    private WebApplication? _hooks;

    internal Campus Campus { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _hooks = builder.Build();
        _hooks.MapPost("/hooks/{**rest}", async (HttpRequest request) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            _arrived.Enqueue(
                new Delivery(
                    body.ToArray(),
                    request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase))
                {
                    AddressKey = request.Path.Value!.Split('~', 2) is [_, var key] ? key : null,
                });
            return Results.Ok();
        });
        await _hooks.StartAsync();
        Campus = new Campus { HubAddress = new Uri(_hooks.Urls.Single()) };
        await Campus.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Campus.DisposeAsync();
        if (_hooks is not null)
            await _hooks.DisposeAsync();
    }

    /// <summary>Has an LMS send, and returns what arrived.</summary>
    internal async Task<Delivery> Send(string lms, JsonObject what)
    {
        (await Campus.Http.PostAsJsonAsync($"send/{lms}", what)).EnsureSuccessStatusCode();
        return _arrived.TryDequeue(out var delivery) ? delivery : throw new InvalidOperationException("Nothing arrived.");
    }
}
