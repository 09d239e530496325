using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace IntegrationHub.Tests.Api;

/// <summary>The members of a type as JSON, one a line: path, kind, and a question mark where null may stand.</summary>
internal static class JsonShape
{
    public static IEnumerable<string> Of(Type type, JsonSerializerOptions options, string path = "", bool mayBeNull = false)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner)
            return Of(inner, options, path, mayBeNull: true);
        var info = options.GetTypeInfo(type);
        return info.Kind switch
        {
            JsonTypeInfoKind.Object => info.Properties
                .Where(property => property.Get is not null)
                .OrderBy(property => property.Name, StringComparer.Ordinal)
                .SelectMany(property => Of(property.PropertyType, options, $"{path}.{NameOf(property, options)}", property.IsGetNullable)),
            JsonTypeInfoKind.Enumerable => Of(info.ElementType!, options, $"{path}[]"),
            JsonTypeInfoKind.Dictionary => Of(info.ElementType!, options, $"{path}.*"),
            _ => [$"{path} {Kind(type)}{(mayBeNull ? "?" : "")}"],
        };
    }

    private static string NameOf(JsonPropertyInfo property, JsonSerializerOptions options) =>
        property.IsGetNullable && options.GetTypeInfo(property.PropertyType).Kind is not JsonTypeInfoKind.None
            ? $"{property.Name}?"
            : property.Name;

    private static string Kind(Type type) => type switch
    {
        _ when type == typeof(bool) => "boolean",
        _ when type == typeof(int) || type == typeof(long) || type == typeof(decimal) => "number",
        _ => "string",
    };
}
