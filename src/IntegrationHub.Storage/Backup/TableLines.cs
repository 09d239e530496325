using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Azure.Data.Tables;

namespace IntegrationHub.Storage.Backup;

/// <summary>
/// Entities as lines of JSON in the form of the Table service (OData): a member <c>Name@odata.type</c> stands before each
/// property whose type JSON does not tell. What the service itself adds (<c>Timestamp</c>, the ETag) is left out.
/// </summary>
internal static class TableLines
{
    private const string TypeSuffix = "@odata.type";
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static ReadOnlyMemory<byte> Write(TableEntity entity)
    {
        var line = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(line, Plain))
        {
            json.WriteStartObject();
            json.WriteString("PartitionKey", entity.PartitionKey);
            json.WriteString("RowKey", entity.RowKey);
            foreach (var (name, value) in entity.Where(property => property.Value is not null && IsContent(property.Key)))
                Write(json, name, value);
            json.WriteEndObject();
        }

        return line.WrittenMemory;
    }

    /// <exception cref="JsonException">The line is no entity.</exception>
    public static TableEntity Read(ReadOnlyMemory<byte> line)
    {
        using var json = JsonDocument.Parse(line);
        var types = new Dictionary<string, string>();
        var entity = new TableEntity();
        foreach (var member in json.RootElement.EnumerateObject())
        {
            if (member.Name.EndsWith(TypeSuffix, StringComparison.Ordinal))
                types[member.Name[..^TypeSuffix.Length]] = member.Value.GetString()!;
            else
                entity[member.Name] = Value(member.Value, types.GetValueOrDefault(member.Name));
        }

        return entity is { PartitionKey: not null, RowKey: not null } ? entity : throw new JsonException("A line without keys.");
    }

    private static bool IsContent(string name) => name is not ("PartitionKey" or "RowKey" or "Timestamp" or "odata.etag");

    private static void Write(Utf8JsonWriter json, string name, object value)
    {
        switch (value)
        {
            case string text:
                json.WriteString(name, text);
                break;
            case int number:
                json.WriteNumber(name, number);
                break;
            case bool truth:
                json.WriteBoolean(name, truth);
                break;
            default:
                var (type, typed) = Typed(value);
                json.WriteString(name + TypeSuffix, type);
                json.WriteString(name, typed);
                break;
        }
    }

    private static (string Type, string Text) Typed(object value) => value switch
    {
        long number => ("Edm.Int64", number.ToString(CultureInfo.InvariantCulture)),
        double number => ("Edm.Double", number.ToString("R", CultureInfo.InvariantCulture)),
        DateTimeOffset moment => ("Edm.DateTime", moment.UtcDateTime.ToString("O", CultureInfo.InvariantCulture)),
        Guid id => ("Edm.Guid", id.ToString()),
        byte[] bytes => ("Edm.Binary", Convert.ToBase64String(bytes)),
        BinaryData bytes => ("Edm.Binary", Convert.ToBase64String(bytes)),
        _ => throw new NotSupportedException($"Tables have no {value.GetType().Name}."),
    };

    private static object Value(JsonElement value, string? type) => type switch
    {
        "Edm.Int64" => long.Parse(value.GetString()!, CultureInfo.InvariantCulture),
        "Edm.Double" => double.Parse(value.GetString()!, CultureInfo.InvariantCulture),
        "Edm.DateTime" => DateTimeOffset.Parse(value.GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
        "Edm.Guid" => value.GetGuid(),
        "Edm.Binary" => value.GetBytesFromBase64(),
        null => value.ValueKind switch
        {
            JsonValueKind.String => value.GetString()!,
            JsonValueKind.Number => value.GetInt32(),
            JsonValueKind.True or JsonValueKind.False => value.GetBoolean(),
            _ => throw new JsonException($"A property is {value.ValueKind}."),
        },
        _ => throw new JsonException($"Tables have no type {type}."),
    };
}
