using System.Text.Json.Nodes;
using IntegrationHub.Core.Model.Kinds;

namespace IntegrationHub.Catalogue.Yaml;

/// <summary>Writes the JSON Schema of a shape: what the reader checks in one file, for editors.</summary>
internal sealed class SchemaExport(ConnectorKinds kinds)
{
    public JsonObject Of(Type shape, string title)
    {
        JsonObject schema = new() { ["$schema"] = "http://json-schema.org/draft-07/schema#", ["title"] = title };
        foreach (var (key, value) in Shape(shape).ToList())
            schema[key] = value?.DeepClone();
        return schema;
    }

    private JsonObject Any(Type type)
    {
        if (type.IsAssignableTo(typeof(Shape)))
            return Shape(type);
        var item = type.GenericTypeArguments[0];
        if (type.IsAssignableTo(typeof(IScalar)))
            return JsonNode.Parse(ScalarKind.Of(item).Schema)!.AsObject();
        return type.IsAssignableTo(typeof(IEntries))
            ? new() { ["type"] = "object", ["additionalProperties"] = Any(item) }
            : new() { ["type"] = "array", ["items"] = Any(item) };
    }

    private JsonObject Shape(Type type)
    {
        var (members, shorthand) = ShapeType.Of(type);
        JsonObject properties = [];
        foreach (var member in members)
            properties[member.Key] = Of(member);
        JsonObject mapping = new() { ["type"] = "object", ["properties"] = properties, ["additionalProperties"] = false };
        JsonArray required = [.. members.Where(member => member.Required).Select(member => JsonValue.Create(member.Key))];
        if (required.Count > 0)
            mapping["required"] = required;
        return shorthand is null ? mapping : new() { ["anyOf"] = new JsonArray(Of(shorthand), mapping) };
    }

    private JsonObject Of(Member member)
    {
        var schema = Any(member.Property.PropertyType);
        foreach (var constraint in member.Constraints.Select(constraint => constraint.For(kinds)))
        {
            if (schema["items"] is JsonObject items)
                constraint.Describe(items);
            else if (!schema.ContainsKey("additionalProperties"))
                constraint.Describe(schema);
            else if (constraint.OnKeys)
                constraint.Describe((JsonObject)(schema["propertyNames"] ??= new JsonObject()));
            else
                constraint.Describe(schema["additionalProperties"]!.AsObject());
        }

        if (member.MeansFor(kinds) is { } means)
            schema["description"] = $"{means.Fr} / {means.En}";
        return schema;
    }
}
