using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.EndToEnd.Hub;

/// <summary>Stands before Azurite's tables, and says that they are busy in their place.</summary>
internal sealed class TableProxy : IAsyncDisposable
{
    private const string Busy = """{"odata.error":{"code":"ServerBusy","message":{"lang":"en-US","value":"The server is busy."}}}""";

    private static readonly UriCreationOptions AsItIs = new() { DangerousDisablePathAndQueryCanonicalization = true };

    private readonly WebApplication _app;
    private readonly HttpClient _http = new();
    private readonly string _tables;

    private TableProxy(WebApplication app, string tables) => (_app, _tables) = (app, tables);

    /// <summary>Whether they are busy.</summary>
    public bool IsBusy { get; set; }

    public string Address => _app.Urls.Single();

    /// <summary>Before the tables that listen at an address.</summary>
    public static async Task<TableProxy> Start(string tables)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var proxy = new TableProxy(builder.Build(), tables);
        proxy._app.Run(proxy.Answer);
        await proxy._app.StartAsync();
        return proxy;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _http.Dispose();
    }

    private async Task Answer(HttpContext context)
    {
        if (IsBusy)
        {
            (context.Response.StatusCode, context.Response.ContentType) = (StatusCodes.Status503ServiceUnavailable, "application/json");
            await context.Response.WriteAsync(Busy);
            return;
        }

        using var request = new HttpRequestMessage(
            new(context.Request.Method),
            new Uri(_tables + context.Features.Get<IHttpRequestFeature>()!.RawTarget, AsItIs))
        {
            Content = new StreamContent(context.Request.Body),
        };
        foreach (var (name, values) in context.Request.Headers.Where(header => header.Key != "Host"))
        {
            if (!request.Headers.TryAddWithoutValidation(name, values.ToArray()))
                request.Content.Headers.TryAddWithoutValidation(name, values.ToArray());
        }

        using var answer = await _http.SendAsync(request);
        context.Response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer
                .Headers.Concat(answer.Content.Headers)
                .Where(header => header.Key is not ("Transfer-Encoding" or "Connection")))
            context.Response.Headers[name] = values.ToArray();
        await answer.Content.CopyToAsync(context.Response.Body);
    }
}
