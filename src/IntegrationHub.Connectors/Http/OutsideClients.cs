using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization;
using IntegrationHub.Core.Failures;
using IntegrationHub.Core.Model.Institutions;
using Refit;

namespace IntegrationHub.Connectors.Http;

/// <summary>Clients of outside systems, one per institution and connection: their base addresses differ.</summary>
internal sealed class OutsideClients(IHttpClientFactory factory)
{
    /// <summary>How bodies are written: camel case, nothing for null.</summary>
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    private readonly ConcurrentDictionary<(Type, string, string, Uri), object> _clients = new();

    /// <summary>The Refit client of a connection.</summary>
    public T For<T>(OutsideSystem system, Institution institution, Connection connection)
    {
        var address = connection.Address
            ?? throw new OutsideException(
                OutsideFault.Refused,
                $"The {connection.Kind} connection of '{institution.Id}' has no address; add it to the institution's file.");
        return (T)_clients.GetOrAdd((typeof(T), institution.Id, connection.Name, address), _ => Create<T>(system, address)!);
    }

    /// <summary>A plain client, for a system whose whole address is a secret.</summary>
    public HttpClient Plain(OutsideSystem system) => factory.CreateClient(system.Name);

    private T Create<T>(OutsideSystem system, Uri address)
    {
        var http = factory.CreateClient(system.Name);
        http.BaseAddress = new Uri(address.AbsoluteUri.TrimEnd('/'));
        return RestService.For<T>(
            http,
            new RefitSettings(new WholeAnswers(Json))
            {
                TransportExceptionFactory = (request, exception, cancellation) =>
                    cancellation.IsCancellationRequested ? exception : Faults.Of(system.Name, system.Request(request), exception),
                ExceptionFactory = response => ValueTask.FromResult<Exception?>(
                    response.Content.Headers.ContentLength == 0 ? Unreadable(system, response, new JsonException("No content.")) : null),
                DeserializationExceptionFactory = (response, exception) =>
                    ValueTask.FromResult<Exception?>(Unreadable(system, response, exception)),
            });
    }

    private static OutsideException Unreadable(OutsideSystem system, HttpResponseMessage response, Exception exception) =>
        Faults.Unreadable(
            system.Name,
            response.RequestMessage is { } request ? system.Request(request) : "a request",
            $"something that is not the JSON it should be ({Found(response.Content)})",
            exception);

    private static string Found(HttpContent content) =>
        $"{Redaction.Of(content.Headers.ContentType?.MediaType ?? "no type")}, {content.Headers.ContentLength ?? 0} bytes";
}
