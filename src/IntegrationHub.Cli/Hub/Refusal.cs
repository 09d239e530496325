using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationHub.Cli.Shell;

namespace IntegrationHub.Cli.Hub;

/// <summary>Reads problem details (RFC 9457) as a sentence.</summary>
internal static class Refusal
{
    public static CliException Read(int status, string body) => new(Sentence(status, Parse(body) as JsonObject));

    /// <summary>A body as JSON; null where it is none.</summary>
    public static JsonNode? Parse(string body)
    {
        try
        {
            return body.Length == 0 ? null : JsonNode.Parse(body);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Sentence(int status, JsonObject? problem)
    {
        var said = Bilingual.Read(problem?["detail"] ?? problem?["error"] ?? problem?["title"]) ?? "";
        var faults = problem?["errors"] is JsonObject errors
            ? errors.SelectMany(field =>
                field.Value is JsonArray list ? list.Select(item => $"{field.Key}: {item}") : [$"{field.Key}: {field.Value}"])
            : [];
        return (status, said) switch
        {
            (401 or 403, _) => Texts.Get("hub.refusedKey"),
            (404, "") => Texts.Get("hub.notFound"),
            (_, "") => Texts.Get("hub.answered", status),
            _ => string.Join(Environment.NewLine, [Texts.Get("hub.refused", status, said), .. faults]),
        };
    }
}
