using System.Net.Http.Headers;
using System.Text.Json;
using Refit;

namespace IntegrationHub.Api;

/// <summary>Makes clients of a hub.</summary>
public static class HubClient
{
    /// <summary>A member that is missing, or null where null has no meaning, makes an answer unreadable at once.</summary>
    private static readonly JsonSerializerOptions Reading = new(HubJson.Options)
    {
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
    };

    /// <summary>A client; disposing of it disposes of <paramref name="http"/>.</summary>
    /// <param name="http">Sends the requests; its base address is the hub's.</param>
    /// <param name="adminKey">The admin key; null where <paramref name="http"/> has it already, or is to be refused.</param>
    /// <param name="exceptions">What an error becomes; null for Refit's own exceptions.</param>
    public static IHubApi Create(HttpClient http, string? adminKey, Action<RefitSettings>? exceptions = null)
    {
        if (adminKey is not null)
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", adminKey);
        var settings = new RefitSettings(new SystemTextJsonContentSerializer(Reading));
        exceptions?.Invoke(settings);
        return RestService.For<IHubApi>(http, settings);
    }
}
