using System.Text.Json.Serialization;
using Refit;

namespace IntegrationHub.Connectors.Mail.Graph;

/// <summary>Entra's token endpoint.</summary>
internal interface IEntraApi
{
    [Post("/{tenant}/oauth2/v2.0/token")]
    Task<EntraToken> Token(string tenant, [Body(BodySerializationMethod.UrlEncoded)] IDictionary<string, string> form, CancellationToken cancellation);
}

internal sealed record EntraToken(
    [property: JsonPropertyName("access_token")] string? AccessToken,
    [property: JsonPropertyName("expires_in")] double? ExpiresIn);
