using System.Collections.Concurrent;
using System.Net;
using IntegrationHub.Cli.Azurite;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.Benchmarks.Storage;

/// <summary>Stands between a hub and Azurite, passes everything on unchanged and keeps what was asked.</summary>
internal sealed class CountingProxy : IAsyncDisposable
{
    private const string Account = "/devstoreaccount1/";
    private const string TraceState = "tracestate";

    private readonly HttpMessageInvoker azurite = new(
        new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            ActivityHeadersPropagator = null,
        });
    private readonly ConcurrentQueue<StorageCall> calls = new();
    private readonly WebApplication app;
    private readonly Dictionary<int, (string Service, int Port)> routes;

    private CountingProxy(AzuritePorts from, AzuritePorts to)
    {
        routes = new()
        {
            [from.Blob] = ("blob", to.Blob),
            [from.Queue] = ("queue", to.Queue),
            [from.Table] = ("table", to.Table),
        };
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = null;
            foreach (var port in routes.Keys)
                kestrel.Listen(IPAddress.Loopback, port, listen => listen.Protocols = HttpProtocols.Http1);
        });
        app = builder.Build();
        app.Run(Forward);
    }

    /// <param name="storage">Azurite's connection string.</param>
    /// <param name="azurite">Where Azurite listens.</param>
    /// <returns>The proxy and its connection string.</returns>
    public static async Task<(CountingProxy Proxy, string Storage)> Start(string storage, AzuritePorts azurite)
    {
        var ports = AzuritePorts.Free();
        var proxy = new CountingProxy(ports, azurite);
        await proxy.app.StartAsync();
        foreach (var (from, to) in new[] { (azurite.Blob, ports.Blob), (azurite.Queue, ports.Queue), (azurite.Table, ports.Table) })
            storage = storage.Replace($"127.0.0.1:{from}/", $"127.0.0.1:{to}/", StringComparison.Ordinal);
        return (proxy, storage);
    }

    /// <summary>What was asked since the last time.</summary>
    public IReadOnlyList<StorageCall> Take()
    {
        var taken = new List<StorageCall>();
        while (calls.TryDequeue(out var call))
            taken.Add(call);
        return taken;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        azurite.Dispose();
    }

    private async Task Forward(HttpContext http)
    {
        var (service, port) = routes[http.Connection.LocalPort];
        var target = http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        using var request = new HttpRequestMessage(
            new(http.Request.Method),
            new Uri($"http://127.0.0.1:{port}{target}", new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));
        if (body.Length > 0 || http.Request.ContentLength is not null)
            request.Content = new ByteArrayContent(body.ToArray());
        foreach (var (name, values) in http.Request.Headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values))
                request.Content?.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values);
        }

        using var answer = await azurite.SendAsync(request, http.RequestAborted);
        var content = await answer.Content.ReadAsByteArrayAsync(http.RequestAborted);
        calls.Enqueue(Call(service, http.Request, target, body.ToArray(), content));
        http.Response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer
                .Headers.NonValidated.Concat(answer.Content.Headers.NonValidated)
                .Where(header => header.Key is not ("Transfer-Encoding" or "Connection" or "Keep-Alive")))
            http.Response.Headers[name] = values.ToArray();
        if (content.Length > 0)
            await http.Response.Body.WriteAsync(content, http.RequestAborted);
    }

    private static StorageCall Call(string service, HttpRequest request, string target, byte[] body, byte[] answer)
    {
        var query = target.IndexOf('?', StringComparison.Ordinal);
        var path = (query < 0 ? target : target[..query])[Account.Length..];
        var stage = request
            .Headers[TraceState]
            .ToString()
            .Split(',')
            .FirstOrDefault(state => state.StartsWith("stage=", StringComparison.Ordinal))
            ?["stage=".Length..];
        var call = new StorageCall(service, request.Method, path, query < 0 ? "" : target[query..], body, stage, FoundNothing: false);
        return call with
        {
            FoundNothing = call.IsReceive && answer.AsSpan().IndexOf("<QueueMessage>"u8) < 0,
            Rows = call is { Service: "table", Method: "GET" } ? answer.AsSpan().Count("\"PartitionKey\":"u8) : 0,
        };
    }
}
