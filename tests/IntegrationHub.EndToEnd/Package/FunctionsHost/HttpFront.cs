using System.Text.Json.Nodes;
using IntegrationHub.EndToEnd.Package.FunctionsHost.Protocol;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.EndToEnd.Package.FunctionsHost;

/// <summary>Where callers meet the host: each request goes to the function whose route it matches.</summary>
internal sealed class HttpFront(Uri address, SmallHost host) : IAsyncDisposable
{
    // They concern one connection, not the message.
    private static readonly string[] Hops = ["Connection", "Transfer-Encoding", "Host"];

    private WebApplication? _app;

    public async Task Start(IEnumerable<RpcFunctionMetadata> functions)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(address.AbsoluteUri);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AllowSynchronousIO = true);
        _app = builder.Build();
        foreach (var function in functions)
            Map(_app, function.Name, JsonNode.Parse(function.RawBindings[0])!);
        await _app.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
            await _app.DisposeAsync();
    }

    private void Map(WebApplication app, string function, JsonNode trigger)
    {
        if ((string?)trigger["type"] != "httpTrigger")
            return;
        var verbs = trigger["methods"]!.AsArray().Select(verb => verb!.GetValue<string>().ToUpperInvariant());
        app.MapMethods($"/{trigger["route"]}", verbs, (HttpContext http) => Forward(function, http));
    }

    private async Task Forward(string function, HttpContext http)
    {
        using var request = new HttpRequestMessage(new(http.Request.Method), http.Request.GetEncodedPathAndQuery());
        if (http.Request.ContentLength is > 0 || http.Request.Headers.TransferEncoding.Count > 0)
            request.Content = new StreamContent(http.Request.Body);
        foreach (var (name, values) in http.Request.Headers.Where(header => !Hops.Contains(header.Key)))
            if (!request.Headers.TryAddWithoutValidation(name, values.AsEnumerable()))
                request.Content?.Headers.TryAddWithoutValidation(name, values.AsEnumerable());

        using var answer = await host.Forward(function, http.Request.RouteValues, request);
        http.Response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers).Where(header => !Hops.Contains(header.Key)))
            http.Response.Headers[name] = values.ToArray();
        await answer.Content.CopyToAsync(http.Response.Body);
    }
}
