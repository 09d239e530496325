using System.Text.Json;
using System.Text.Json.Nodes;

namespace IntegrationHub.Sandbox.Http;

internal static class JsonBody
{
    /// <summary>Null when the text is no JSON object: each system says so in its own words.</summary>
    /// <param name="request">What came in.</param>
    /// <param name="anyCase">Whether names match in any case, as Graph's do: its own SDK writes "Message".</param>
    public static async Task<JsonObject?> ReadObjectAsync(this HttpRequest request, bool anyCase = false)
    {
        try
        {
            return await JsonNode.ParseAsync(
                    request.Body,
                    new() { PropertyNameCaseInsensitive = anyCase },
                    cancellationToken: request.HttpContext.RequestAborted) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static JsonObject? ParseObject(string? text)
    {
        try
        {
            return text is null ? null : JsonNode.Parse(text) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static string? Text(this JsonNode? node) =>
        node is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    public static Guid? Id(this JsonNode? node) =>
        node is JsonObject reference && Guid.TryParse(reference["id"].Text(), out var id) ? id : null;


    public static JsonObject Reference(Guid id) => new() { ["id"] = id.ToString() };
}
