using System.Net;
using System.Net.Sockets;
using System.Text;
using Azure.Core;
using Azure.Core.Pipeline;
using IntegrationHub.Storage;

namespace IntegrationHub.Tests.Storage;

/// <summary>
/// A storage account whose tables and blobs fail in one way or another while its queues take messages and keep them: what the
/// SDK makes of it is the SDK's own. Its tries follow each other at once.
/// </summary>
internal sealed class FaultyAccount : HttpMessageHandler
{
    private readonly Func<CancellationToken, HttpResponseMessage> _fault;
    private readonly HttpClient _http;

    public FaultyAccount(string fault)
    {
        _fault = Faults[fault];
        _http = new(this);
        Clients = StorageClients.Of("UseDevelopmentStorage=true", options =>
        {
            options.Transport = new HttpClientTransport(_http);
            (options.Retry.Mode, options.Retry.Delay, options.Retry.MaxDelay, options.Retry.MaxRetries) = (
                RetryMode.Fixed,
                TimeSpan.Zero,
                TimeSpan.Zero,
                1);
        });
    }

    /// <summary>Every way in which it may fail without an answer to what was asked.</summary>
    public static IReadOnlyDictionary<string, Func<CancellationToken, HttpResponseMessage>> Faults { get; } =
        new Dictionary<string, Func<CancellationToken, HttpResponseMessage>>
        {
            ["408"] = _ => OData(408, "RequestTimeout"),
            ["429"] = _ => OData(429, "TooManyRequests"),
            ["500 of an error within"] = _ => OData(500, "InternalError"),
            ["500 that took too long"] = _ => OData(500, "OperationTimedOut"),
            ["502"] = _ => Answer(502, "<html>Bad gateway</html>", "text/html"),
            ["503"] = _ => OData(503, "ServerBusy"),
            ["503 of a gateway with JSON of its own"] = _ => Answer(503, """{"errors":[{"status":503}]}""", "application/json"),
            ["504 without a word"] = _ => Answer(504, "", "text/plain"),
            ["busy within a transaction"] = _ => Batch(503, "ServerBusy"),
            ["refused"] = _ =>
                throw new HttpRequestException(
                    HttpRequestError.ConnectionError,
                    "refused",
                    new SocketException((int)SocketError.ConnectionRefused)),
            ["no such host"] = _ =>
                throw new HttpRequestException(
                    HttpRequestError.NameResolutionError,
                    "unknown",
                    new SocketException((int)SocketError.HostNotFound)),
            ["broken off"] = _ => throw new IOException("The connection was closed."),
            ["timed out"] = _ => throw new TaskCanceledException("The answer took too long.", new TimeoutException()),
        };

    public StorageClients Clients { get; }

    /// <summary>Whether the queues fail as well.</summary>
    public bool QueuesToo { get; set; }

    /// <summary>Whether all works again.</summary>
    public bool IsWell { get; set; }

    /// <summary>What was put on the queues: the queue, the text, how long it hides.</summary>
    public List<(string Queue, string Text, TimeSpan Hidden)> Queued { get; } = [];

    /// <summary>What was asked of tables and blobs.</summary>
    public int Asked { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var address = request.RequestUri!;
        if (address.Port != 10001 || QueuesToo)
        {
            Asked++;
            return _fault(cancellationToken);
        }

        var body = await request.Content!.ReadAsStringAsync(cancellationToken);
        var text = IntegrationHub.OpenBadges.BoundedXml.Load(body.TrimStart('\uFEFF')).Root!.Element("MessageText")!.Value;
        var hidden = System.Web.HttpUtility.ParseQueryString(address.Query)["visibilitytimeout"];
        Queued.Add(
            (
                address.Segments[^2].Trim('/'),
                Encoding.UTF8.GetString(Convert.FromBase64String(text)),
                TimeSpan.FromSeconds(int.Parse(hidden ?? "0", System.Globalization.CultureInfo.InvariantCulture))));
        const string time = "Mon, 02 Nov 2026 15:00:00 GMT";
        return Answer(
            201,
            $"<?xml version=\"1.0\"?><QueueMessagesList><QueueMessage><MessageId>1</MessageId><InsertionTime>{time}</InsertionTime>"
                + $"<ExpirationTime>{time}</ExpirationTime><PopReceipt>p</PopReceipt><TimeNextVisible>{time}</TimeNextVisible>"
                + "</QueueMessage></QueueMessagesList>",
            "application/xml");
    }

    private static HttpResponseMessage OData(int status, string code) =>
        Answer(
            status,
            """{"odata.error":{"code":"CODE","message":{"lang":"en-us","value":"Later."}}}""".Replace(
                "CODE",
                code,
                StringComparison.Ordinal),
            "application/json");

    private static HttpResponseMessage Batch(int status, string code)
    {
        var inner =
            $"HTTP/1.1 {status} Busy\r\nContent-Type: "
                + $"application/json\r\n\r\n{{\"odata.error\":{{\"code\":\"{code}\",\"message\":{{\"lang\":\"en-us\","
                + $"\"value\":\"0:Later.\"}}}}}}";
        var body =
            "--b\r\nContent-Type: multipart/mixed; boundary=c\r\n\r\n--c\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: "
                + $"binary\r\n\r\n{inner}\r\n--c--\r\n--b--\r\n";
        var answer = Answer(202, body, "text/plain");
        answer.Content.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse("multipart/mixed; boundary=b");
        return answer;
    }

    private static HttpResponseMessage Answer(int status, string body, string type) =>
        new((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, type) };
}
