using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationHub.Api;

namespace IntegrationHub.Cli.Hub;

/// <summary>A text of the API: either a string, or <c>{fr, en}</c> of which the person's language is taken.</summary>
internal static class Bilingual
{
    public static string? Read(LocalizedText? text) => text?.In(CultureInfo.CurrentUICulture.Name);

    public static string? Read(JsonNode? node) => node switch
    {
        JsonObject both => Read(both[CultureInfo.CurrentUICulture.TwoLetterISOLanguageName] ?? both["en"] ?? both["fr"]),
        JsonValue value => value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString(),
        _ => null,
    };
}
