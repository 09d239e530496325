using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Storage;
using IntegrationHub.Testing.Storage;

namespace IntegrationHub.Tests.Storage;

/// <summary>What was stored in version 1 of every shape, as files; a new shape gets its file at the first run of its test.</summary>
internal static class Golden
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Everything that is stored as JSON.</summary>
    public static IEnumerable<Type> Shapes => ShapesOf(typeof(Json)).Concat(ShapesOf(typeof(MessageJson)));

    public static JsonTypeInfo TypeOf(Type shape) =>
        (IsOfMessages(shape) ? PlainJson.Messages.GetTypeInfo(shape) : PlainJson.Types.GetTypeInfo(shape))!;

    /// <summary>The version in which it was first written: messages bear that of what they travel in.</summary>
    public static string FirstVersion(Type shape) => IsOfMessages(shape) ? "2" : "1";

    private static bool IsOfMessages(Type shape) => PlainJson.Types.GetTypeInfo(shape) is null;

    private static IEnumerable<Type> ShapesOf(Type context) =>
        context
            .GetCustomAttributesData()
            .Where(attribute => attribute.AttributeType == typeof(JsonSerializableAttribute))
            .Select(attribute => (Type)attribute.ConstructorArguments[0].Value!);

    /// <returns>The file's content; null where it had to be made just now.</returns>
    public static JsonNode? Read(string name, Func<JsonNode> make, string version = "1")
    {
        var file = Path.Combine(GoldenMessages.Folder, version, name);
        if (File.Exists(file))
            return JsonNode.Parse(File.ReadAllText(file));
        File.WriteAllText(file, make().ToJsonString(Readable) + "\n");
        return null;
    }

    /// <summary>The members that are read, not only written.</summary>
    public static IEnumerable<JsonPropertyInfo> Members(JsonTypeInfo type) =>
        type.Properties.Where(member => member.Set is not null || member.AssociatedParameter is not null);

    /// <summary>Enumerations below a shape.</summary>
    public static IEnumerable<Type> Enumerations(Type type) => TypeOf(Plain(type)) switch
    {
        _ when Plain(type).IsEnum => [Plain(type)],
        { Kind: JsonTypeInfoKind.Object } shape => Members(shape).SelectMany(member => Enumerations(member.PropertyType)),
        { Kind: JsonTypeInfoKind.Enumerable, ElementType: { } element } => Enumerations(element),
        { Kind: JsonTypeInfoKind.Dictionary } map => Enumerations(map.KeyType!).Concat(Enumerations(map.ElementType!)),
        _ => [],
    };

    /// <summary>A content of a shape in which every member is there.</summary>
    public static JsonNode Sample(Type type)
    {
        var plain = Plain(type);
        var shape = TypeOf(plain);
        return shape.Kind switch
        {
            JsonTypeInfoKind.Object => new JsonObject(
                Members(shape).Select(member => KeyValuePair.Create(member.Name, (JsonNode?)Sample(member.PropertyType)))),
            JsonTypeInfoKind.Enumerable => new JsonArray(Sample(shape.ElementType!)),
            JsonTypeInfoKind.Dictionary => new JsonObject
            {
                [shape.KeyType!.IsEnum ? Enum.GetNames(shape.KeyType)[^1] : "key"] = Sample(shape.ElementType!),
            },
            _ when plain.IsEnum => Enum.GetNames(plain)[^1],
            _ when plain == typeof(string) => "text é",
            _ when plain == typeof(bool) => true,
            _ when plain == typeof(byte[]) => "AQI=",
            _ when plain == typeof(DateTimeOffset) => "2026-11-01T12:00:00.1234567+00:00",
            _ when plain == typeof(DateOnly) => "2026-11-01",
            _ when plain == typeof(TimeSpan) => "00:01:00",
            _ when plain == typeof(AwardId) => "lacnord-ABCDEFGH-0",
            _ when plain == typeof(Uri) => "https://example.ca/a",
            _ when plain.IsPrimitive || plain == typeof(decimal) => 7,
            _ => throw new NotSupportedException($"No sample of {plain}."),
        };
    }

    private static Type Plain(Type type) => Nullable.GetUnderlyingType(type) ?? type;
}
