using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace IntegrationHub.OpenBadges.Model;

/// <summary>
/// A list written as its one element, or as an array where it holds several: the strict schema takes credentialStatus as an object
/// only.
/// </summary>
internal sealed class OneOrMany<T> : JsonConverter<IReadOnlyList<T>>
{
    public override IReadOnlyList<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
            return [One(ref reader, options)];

        var many = new List<T>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            many.Add(One(ref reader, options));
        return many;
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<T> value, JsonSerializerOptions options)
    {
        if (value.Count != 1)
            writer.WriteStartArray();
        foreach (var item in value)
            JsonSerializer.Serialize(writer, item, Info(options));
        if (value.Count != 1)
            writer.WriteEndArray();
    }

    private static T One(ref Utf8JsonReader reader, JsonSerializerOptions options) =>
        JsonSerializer.Deserialize(ref reader, Info(options)) ?? throw new JsonException("An entry is null.");

    private static JsonTypeInfo<T> Info(JsonSerializerOptions options) => (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));
}

/// <summary>Times as <c>2026-05-04T13:00:00Z</c>: UTC, to the second.</summary>
internal sealed class UtcSecond : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetDateTimeOffset();

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
}
