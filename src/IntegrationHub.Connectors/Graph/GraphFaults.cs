using System.Net;
using IntegrationHub.Connectors.Http;
using IntegrationHub.Core.Failures;
using Microsoft.Graph.Models.ODataErrors;
using Microsoft.Kiota.Abstractions;

namespace IntegrationHub.Connectors.Graph;

/// <summary>What the Graph SDK throws, as our own exception.</summary>
internal static class GraphFaults
{
    /// <summary>
    /// ODataError with a JSON body, ApiException with an empty one, AggregateException when the SDK's retries are used up.
    /// </summary>
    public static OutsideException Of(string request, Exception exception, DateTimeOffset now) => exception switch
    {
        OutsideException known => known,
        AggregateException { InnerExceptions: [.., var last] } => Of(request, last, now),
        // What is no JSON, and JSON of another kind than the SDK's readers take.
        ApiException { ResponseStatusCode: >= 200 and < 300 } or InvalidOperationException or NotSupportedException or FormatException =>
            Faults.Unreadable(GraphClients.System.Name, request, "something that is not the JSON it should be", exception),
        ApiException { ResponseStatusCode: > 0 } api => Faults.Of(
            GraphClients.System.Name, request, (HttpStatusCode)api.ResponseStatusCode, (api as ODataError)?.Error?.Code, Wait(api, now)),
        _ => Faults.Of(GraphClients.System.Name, request, exception),
    };

    private static TimeSpan? Wait(ApiException api, DateTimeOffset now)
    {
        using var headers = new HttpResponseMessage();
        var text = api
            .ResponseHeaders?.FirstOrDefault(h => h.Key.Equals("Retry-After", StringComparison.OrdinalIgnoreCase))
            .Value?.FirstOrDefault();
        return headers.Headers.TryAddWithoutValidation("Retry-After", text) ? headers.Headers.RetryAfter.Wait(now) : null;
    }
}
