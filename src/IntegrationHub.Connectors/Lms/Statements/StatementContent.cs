using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationHub.Connectors.Json;
using IntegrationHub.Core;

namespace IntegrationHub.Connectors.Lms.Statements;

/// <summary>
/// What makes two statements the same (xAPI 1.0.3, Data 2.3.1, "Statement Comparison Requirements"). Not: the order of
/// members; what a store sets (id, stored, authority, version); attachments; the verb's display and definitions of
/// activities; the zone in which a time is written; the order of a group's members; the case of an e-mail's domain.
/// </summary>
internal static class StatementContent
{
    private static readonly string[] NotItself = ["id", "stored", "authority", "version", "attachments"];

    /// <summary>A digest of what the statement says; the same for the same statement, however written.</summary>
    public static string Digest(JsonElement? statement)
    {
        var content = JsonNode.Parse(statement!.Value.GetRawText())!.AsObject();
        foreach (var member in NotItself)
            content.Remove(member);
        if (statement.Time("timestamp") is { } time)
            content["timestamp"] = time.UtcDateTime.ToString("O");
        (content["verb"] as JsonObject)?.Remove("display");
        (content["object"] as JsonObject)?.Remove("definition");
        foreach (var activity in Around(content["context"] as JsonObject))
            activity.Remove("definition");
        JsonNode?[] people = [content["actor"], content["object"], content["context"] is JsonObject context ? context["team"] : null];
        foreach (var person in people)
            Settle(person);
        JsonElement? settled = JsonReading.Parse(Encoding.UTF8.GetBytes(content.ToJsonString()));
        return Base32.Encode(SHA256.HashData(Encoding.UTF8.GetBytes(settled.Canonical())).AsSpan(0, 20));
    }

    private static IEnumerable<JsonObject> Around(JsonObject? context) =>
        (context?["contextActivities"] as JsonObject ?? []).SelectMany(relation => relation.Value switch
        {
            JsonArray several => several.OfType<JsonObject>(),
            JsonObject one => [one],
            _ => [],
        });

    private static void Settle(JsonNode? actor)
    {
        if (actor is not JsonObject person)
            return;
        if (person["mbox"] is JsonValue mbox && mbox.TryGetValue<string>(out var address) && address.LastIndexOf('@') is var at and > 0)
            person["mbox"] = address[..at] + address[at..].ToLowerInvariant();
        if (person["member"] is not JsonArray members)
            return;
        foreach (var member in members)
            Settle(member);
        var sorted = members
            .Select(member => member?.DeepClone())
            .OrderBy(member => member?.ToJsonString(), StringComparer.Ordinal)
            .ToArray();
        person["member"] = new JsonArray(sorted);
    }
}
