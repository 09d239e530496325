using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using IntegrationHub.Testing;

namespace IntegrationHub.Tests.Docs;

/// <summary>
/// The fields of a schema, by path: <c>NAME</c> for a name of one's own, <c>[]</c> for an element, <c>ROLE</c> for any
/// connection's role. The two languages of a text are one field.
/// </summary>
internal static partial class SchemaFields
{
    public static IReadOnlyList<SchemaField> Of(string schema) =>
    [
        .. Below(Read(schema), "")
            .Select(field => field with { Path = Role().Replace(field.Path, "connections.ROLE.") })
            .DistinctBy(field => field.Path),
    ];

    private static JsonObject Read(string schema) =>
        JsonNode.Parse(File.ReadAllText(
            Repository.Path("src", "IntegrationHub.Catalogue", "schemas", $"{schema}.schema.json")))!.AsObject();

    private static IEnumerable<SchemaField> Below(JsonObject node, string path)
    {
        var required = Texts(node["required"]);
        foreach (var (name, value) in node["properties"]?.AsObject() ?? [])
            if (name is not ("fr" or "en"))
            {
                var field = $"{path}{name}";
                yield return new(field, required.Contains(name), [.. Texts(value!["enum"]), .. Texts(value["items"]?["enum"])]);
                foreach (var below in Below(value.AsObject(), $"{field}."))
                    yield return below;
            }

        var deeper = (node["anyOf"]?.AsArray() ?? []).Select(choice => (choice, path))
            .Append((node["items"], $"{path.TrimEnd('.')}[]."))
            .Append((node["additionalProperties"], $"{path}NAME."));
        foreach (var (child, at) in deeper)
            if (child is JsonObject below)
                foreach (var field in Below(below, at))
                    yield return field;
    }

    private static string[] Texts(JsonNode? list) => [.. (list?.AsArray() ?? []).Select(text => text!.GetValue<string>())];

    [GeneratedRegex(@"^connections\.(?:sis|badges|channel|mail|directory)\.")]
    private static partial Regex Role();
}

/// <summary>A field of a file.</summary>
/// <param name="Path">E.g. <c>stacks[].all[].code</c>.</param>
/// <param name="IsRequired">Whether it must be there wherever what holds it is.</param>
/// <param name="Values">The values that it, or each of its elements, may have; empty where any.</param>
internal sealed record SchemaField(string Path, bool IsRequired, IReadOnlyList<string> Values);
