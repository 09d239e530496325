using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationHub.Cli.Shell;

namespace IntegrationHub.Cli.Hub;

/// <summary>Asks an HTTP address for JSON; what goes wrong becomes a sentence.</summary>
internal class JsonApi(Uri address) : IDisposable
{
    private readonly HttpClient http = new()
    {
        BaseAddress = new(address.AbsoluteUri.TrimEnd('/') + "/"),
        Timeout = TimeSpan.FromSeconds(60),
    };

    public Uri Address => address;

    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web);

    public Task<JsonNode?> Get(string path, CancellationToken cancellation) => Send(HttpMethod.Get, path, null, cancellation);

    public Task<JsonNode?> Post(string path, object body, CancellationToken cancellation) =>
        Send(HttpMethod.Post, path, JsonContent.Create(body, options: Json), cancellation);

    public Task<JsonNode?> Delete(string path, CancellationToken cancellation) => Send(HttpMethod.Delete, path, null, cancellation);

    public void Dispose() => http.Dispose();

    private async Task<JsonNode?> Send(HttpMethod method, string path, HttpContent? content, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        try
        {
            using var answer = await http.SendAsync(request, cancellation);
            var text = await answer.Content.ReadAsStringAsync(cancellation);
            return answer.IsSuccessStatusCode ? Refusal.Parse(text) : throw Refusal.Read((int)answer.StatusCode, text);
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
}
