using System.Text.Json.Nodes;

namespace IntegrationHub.Cli.Hub;

/// <summary>Reads problem details (RFC 9457) as a sentence.</summary>
internal static class Refusal
{
    public static CliException Read(int status, JsonNode? body) => new(Sentence(status, body as JsonObject));

    private static string Sentence(int status, JsonObject? problem)
    {
        var said = string.Join(" — ", new[] { Bilingual.Read(problem?["title"]), Bilingual.Read(problem?["detail"]), Bilingual.Read(problem?["error"]) }.OfType<string>().Distinct());
        var faults = problem?["errors"] is JsonObject errors
            ? errors.SelectMany(field => field.Value is JsonArray list ? list.Select(item => $"{field.Key}: {item}") : [$"{field.Key}: {field.Value}"])
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
