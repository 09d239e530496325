using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace IntegrationHub.Cli.Hub;

/// <summary>Asks an HTTP address for JSON; what goes wrong becomes a sentence.</summary>
internal class JsonApi(Uri address) : IDisposable
{
    private readonly HttpClient http = new() { BaseAddress = new(address.AbsoluteUri.TrimEnd('/') + "/"), Timeout = TimeSpan.FromSeconds(60) };

    public Uri Address => address;

    protected HttpClient Http => http;

    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web);

    public async Task<JsonNode?> Get(string path, CancellationToken cancellation) => await Send(HttpMethod.Get, path, null, cancellation);

    /// <summary>Gets a document to the letter.</summary>
    public Task<string> GetText(string path, CancellationToken cancellation) => SendText(HttpMethod.Get, path, null, cancellation);

    public async Task<JsonNode?> Post(string path, object? body, CancellationToken cancellation) =>
        await Send(HttpMethod.Post, path, body is null ? null : JsonContent.Create(body, options: Json), cancellation);

    /// <summary>Posts a document to the letter.</summary>
    public async Task<JsonNode?> PostText(string path, string document, CancellationToken cancellation) =>
        await Send(HttpMethod.Post, path, new StringContent(document), cancellation);

    public async Task<JsonNode?> Delete(string path, CancellationToken cancellation) => await Send(HttpMethod.Delete, path, null, cancellation);

    /// <summary>Deletes what a body names, where the name must not stand in an address.</summary>
    public async Task<JsonNode?> Delete(string path, object body, CancellationToken cancellation) =>
        await Send(HttpMethod.Delete, path, JsonContent.Create(body, options: Json), cancellation);

    public void Dispose() => http.Dispose();

    private async Task<JsonNode?> Send(HttpMethod method, string path, HttpContent? content, CancellationToken cancellation) =>
        Parse(await SendText(method, path, content, cancellation));

    private async Task<string> SendText(HttpMethod method, string path, HttpContent? content, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        try
        {
            using var answer = await http.SendAsync(request, cancellation);
            var text = await answer.Content.ReadAsStringAsync(cancellation);
            return answer.IsSuccessStatusCode ? text : throw Refusal.Read((int)answer.StatusCode, Parse(text));
        }
        catch (HttpRequestException)
        {
            throw new CliException(Texts.Get("hub.unreachable", address));
        }
        catch (TaskCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new CliException(Texts.Get("hub.silent", address));
        }
    }

    private static JsonNode? Parse(string text)
    {
        try
        {
            return text.Length == 0 ? null : JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
