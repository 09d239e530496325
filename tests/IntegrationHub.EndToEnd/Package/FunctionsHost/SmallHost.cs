using System.Diagnostics;
using System.Text.Json.Nodes;
using IntegrationHub.EndToEnd.Hub;
using IntegrationHub.EndToEnd.Package.FunctionsHost.Protocol;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.EndToEnd.Package.FunctionsHost;

/// <summary>
/// Does for one worker what an Azure Functions host does: starts it, loads its functions, forwards requests, invokes, drains. It
/// listens to no queue and keeps no schedule; the tests say what is to run.
/// </summary>
internal sealed class SmallHost : IAsyncDisposable
{
    /// <summary>Where the worker listens for the HTTP requests that its host forwards: a capability that it states.</summary>
    private const string HttpUri = "HttpUri";

    private readonly WorkerStream _stream = new();
    private readonly WebApplication _app;
    private readonly HttpClient _http = new();
    private WorkerProcess _worker = null!;
    private Dictionary<string, RpcFunctionMetadata> _functions = [];

    private SmallHost()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(kestrel =>
            kestrel.ConfigureEndpointDefaults(endpoint => endpoint.Protocols = HttpProtocols.Http2));
        builder.Services.AddSingleton(_stream).AddGrpc();
        _app = builder.Build();
        _app.MapGrpcService<WorkerStream>();
    }

    /// <summary>The functions that the worker reported and loaded, by name.</summary>
    public IReadOnlyDictionary<string, RpcFunctionMetadata> Functions => _functions;

    /// <summary>What the worker answered when it was told to load them, by name.</summary>
    public Dictionary<string, StatusResult> Loaded { get; } = [];

    public string Log => string.Join(Environment.NewLine, _stream.Log, _worker.Output);

    public static async Task<SmallHost> Start(string folder, IReadOnlyDictionary<string, string> settings)
    {
        var host = new SmallHost();
        await host._app.StartAsync();
        host._worker = new(folder, new(host._app.Urls.First()), settings);
        try
        {
            await host.Told(() => host.Load(folder).WaitAsync(RunningHub.Patience));
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>What the worker said is the first thing to look at when it does not do what it should.</summary>
    public async Task Told(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception failure)
        {
            throw new InvalidOperationException($"{failure.Message}{Environment.NewLine}{Log}", failure);
        }
    }

    /// <summary>Invokes an HTTP function and forwards the request that it is to answer.</summary>
    /// <param name="function">Its name.</param>
    /// <param name="route">What its route’s parameters stand for: the host matches routes, the worker is told.</param>
    /// <param name="request">The request.</param>
    public async Task<HttpResponseMessage> Forward(
        string function,
        IEnumerable<KeyValuePair<string, object?>> route,
        HttpRequestMessage request)
    {
        var invocation = Guid.NewGuid().ToString();
        request.RequestUri = new(_http.BaseAddress!, request.RequestUri!);
        request.Headers.Add("x-ms-invocation-id", invocation);
        var trigger = new TypedData { Http = new() { Method = request.Method.Method, Url = request.RequestUri.AbsoluteUri } };
        var invoked = Invoke(function, invocation, trigger, route);
        var answer = await _http.SendAsync(request);
        await invoked;
        return answer;
    }

    /// <summary>Invokes a queue function with a message’s text.</summary>
    public Task<StatusResult> Queue(string function, string message) => Invoke(function, NewId(), new() { String = message });

    /// <summary>Invokes a timer function.</summary>
    public Task<StatusResult> Timer(string function) =>
        Invoke(function, NewId(), new() { Json = new JsonObject { ["IsPastDue"] = false }.ToJsonString() });

    /// <summary>Tells the worker that it is to go, as the host does once nothing runs any more.</summary>
    /// <returns>The worker’s exit code.</returns>
    public async Task<int> Terminate()
    {
        _stream.Send(new() { WorkerTerminate = new() { GracePeriod = new() { Seconds = 5 } } });
        using var patience = new CancellationTokenSource(RunningHub.Patience);
        return await _worker.Ended(patience.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await _worker.DisposeAsync();
        await _app.DisposeAsync();
        _http.Dispose();
    }

    private static string NewId() => Guid.NewGuid().ToString();

    private async Task Load(string folder)
    {
        await _stream.Started;
        var init = await _stream.Ask(
            nameof(WorkerInitRequest),
            new() { WorkerInitRequest = new() { HostVersion = "4.1037.0", WorkerDirectory = folder, FunctionAppDirectory = folder } });
        _http.BaseAddress = new(init.WorkerInitResponse.Capabilities[HttpUri]);
        var metadata = await _stream.Ask(
            nameof(FunctionsMetadataRequest),
            new() { FunctionsMetadataRequest = new() { FunctionAppDirectory = folder } });
        _functions = metadata.FunctionMetadataResponse.FunctionMetadataResults.ToDictionary(function => function.Name);
        foreach (var (name, function) in _functions)
        {
            var loaded = await _stream.Ask(
                function.FunctionId,
                new() { FunctionLoadRequest = new() { FunctionId = function.FunctionId, Metadata = function } });
            Loaded[name] = loaded.FunctionLoadResponse.Result;
        }
    }

    private async Task<StatusResult> Invoke(
        string function,
        string invocation,
        TypedData trigger,
        IEnumerable<KeyValuePair<string, object?>>? data = null)
    {
        var parameter = JsonNode.Parse(_functions[function].RawBindings[0])!["name"]!.GetValue<string>();
        var request = new InvocationRequest
        {
            InvocationId = invocation,
            FunctionId = _functions[function].FunctionId,
            TraceContext = new()
            {
                TraceParent = $"00-{ActivityTraceId.CreateRandom()}-{ActivitySpanId.CreateRandom()}-01",
            },
        };
        request.InputData.Add(new ParameterBinding { Name = parameter, Data = trigger });
        foreach (var (name, value) in data ?? [])
            request.TriggerMetadata[name] = new() { String = $"{value}" };
        var answer = await _stream.Ask(invocation, new() { RequestId = invocation, InvocationRequest = request });
        return answer.InvocationResponse.Result;
    }
}
