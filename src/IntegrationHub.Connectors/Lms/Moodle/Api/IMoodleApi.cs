using System.Text.Json;
using Refit;

namespace IntegrationHub.Connectors.Lms.Moodle.Api;

/// <summary>Moodle's web services over REST: one address, the function and the token in the form, JSON back.</summary>
internal interface IMoodleApi
{
    [Post("/webservice/rest/server.php")]
    Task<JsonElement> Call(
        [Body(BodySerializationMethod.UrlEncoded)] IReadOnlyDictionary<string, string> form,
        CancellationToken cancellation);
}
