using System.Text.Json;
using System.Text.Json.Nodes;

namespace IntegrationHub.OpenBadges.Model;

/// <summary>A JWT credential as a node of linked data (EnvelopedVerifiableCredential of VC 2.0), so that a learner record can join it.</summary>
public static class EnvelopedCredential
{
    private const string Type = "EnvelopedVerifiableCredential";
    private const string Prefix = "data:application/vc+jwt,";

    /// <summary>The node of a compact JWT.</summary>
    public static JsonElement Of(string jwt) => JsonSerializer.SerializeToElement<JsonNode>(new JsonObject
    {
        ["@context"] = new JsonArray(ContextAddress.Credentials),
        ["id"] = Prefix + jwt,
        ["type"] = new JsonArray(Type),
    });

    /// <summary>The compact JWT in a node, or null where it is no envelope of one.</summary>
    public static string? Open(JsonElement node) =>
        node.Texts("type").Contains(Type) && node.Text("id") is { } id && id.StartsWith(Prefix, StringComparison.Ordinal) ? id[Prefix.Length..] : null;
}
