using System.Collections.Concurrent;
using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.Testing.Telemetry;

/// <summary>Takes what is exported by OTLP over HTTP, and what Application Insights would get, and keeps every byte of it.</summary>
internal sealed class Collector : IAsyncDisposable
{
    private const string Insights = "/v2.1/track";
    private const string Otlp = "/v1/";

    private readonly WebApplication _app;
    private readonly ConcurrentQueue<(string Path, byte[] Body)> _received = new();
    private readonly ConcurrentQueue<OtlpSpan> _spans = new();
    private readonly ConcurrentDictionary<string, bool> _metrics = new();

    private Collector(WebApplication app) => _app = app;

    public string Address => _app.Urls.First();

    /// <summary>A connection string of Application Insights whose telemetry comes here.</summary>
    public string InsightsConnection => $"InstrumentationKey={Guid.NewGuid()};IngestionEndpoint={Address}/";

    /// <summary>The spans that came by OTLP.</summary>
    public IReadOnlyList<OtlpSpan> Spans => [.. _spans];

    /// <summary>The names of the metrics that came by OTLP.</summary>
    public IReadOnlyCollection<string> Metrics => [.. _metrics.Keys];

    /// <summary>What the service is called in all that came by OTLP.</summary>
    public IEnumerable<string> ServiceNames =>
        _received
            .Where(part => part.Path.StartsWith(Otlp, StringComparison.Ordinal))
            .SelectMany(part => Protobuf.ServiceNames(part.Body))
            .Distinct();

    /// <summary>What Application Insights got.</summary>
    public string InInsights =>
        string.Concat(_received.Where(part => part.Path == Insights).Select(part => Encoding.UTF8.GetString(part.Body)));

    /// <summary>All that came, as text: strings stand in protobuf as they are.</summary>
    public IEnumerable<(string Where, string Text)> Texts => _received.Select(part => (part.Path, Encoding.UTF8.GetString(part.Body)));

    public static async Task<Collector> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var collector = new Collector(app);
        app.MapPost("/{**path}", collector.Take);
        await app.StartAsync();
        return collector;
    }

    /// <summary>Settings by which a hub exports here, without waiting long.</summary>
    public IEnumerable<(string Setting, string Value)> Settings() =>
    [
        ("OTEL_EXPORTER_OTLP_ENDPOINT", Address), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"),
        ("OTEL_BSP_SCHEDULE_DELAY", "200"), ("OTEL_BLRP_SCHEDULE_DELAY", "200"), ("OTEL_METRIC_EXPORT_INTERVAL", "2000"),
    ];

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task<IResult> Take(HttpRequest request)
    {
        using var body = new MemoryStream();
        var sent = request.Headers.ContentEncoding == "gzip" ? new GZipStream(request.Body, CompressionMode.Decompress) : request.Body;
        await sent.CopyToAsync(body);
        var bytes = body.ToArray();
        _received.Enqueue((request.Path, bytes));
        foreach (var span in request.Path == "/v1/traces" ? OtlpSpan.Read(bytes) : [])
            _spans.Enqueue(span);
        foreach (var metric in request.Path == "/v1/metrics" ? Protobuf.MetricNames(bytes) : [])
            _metrics[metric] = true;
        return request.Path == Insights
            ? Results.Json(new { itemsReceived = 1, itemsAccepted = 1 })
            : Results.Bytes([], "application/x-protobuf");
    }
}
