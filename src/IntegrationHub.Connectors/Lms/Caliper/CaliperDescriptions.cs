using System.Text.Json;
using IntegrationHub.Connectors.Json;

namespace IntegrationHub.Connectors.Lms.Caliper;

/// <summary>
/// The entities that an envelope describes beside its events (Caliper 1.1, 4.2.3): a person is described once, with all
/// identifiers, and named by the IRI alone in the events. They are looked for when an event that may count does so.
/// </summary>
internal sealed class CaliperDescriptions(ReadOnlyMemory<byte> content)
{
    private Dictionary<string, Range>? _byId;

    /// <summary>An entity as the envelope describes it; as it stands where it is not thinned, or described nowhere.</summary>
    public JsonElement? Of(JsonElement? entity) =>
        entity is { ValueKind: JsonValueKind.String } && entity.Text() is { } iri && (_byId ??= All()).TryGetValue(iri, out var where)
            ? JsonReading.Parse(content[where])
            : entity;

    private Dictionary<string, Range> All()
    {
        var found = new Dictionary<string, Range>(StringComparer.Ordinal);
        var reader = new Utf8JsonReader(content.Span, new JsonReaderOptions { MaxDepth = 64 });
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isData = reader.ValueTextEquals("data"u8);
            reader.Read();
            while (isData && reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                Note(ref reader, found);
            reader.Skip();
        }

        return found;
    }

    private static void Note(ref Utf8JsonReader reader, Dictionary<string, Range> found)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return;
        }

        var start = (int)reader.TokenStartIndex;
        var glance = CaliperGlance.At(ref reader, underActor: default);
        if (glance is { IsClear: true, Action.IsEmpty: true, Id.IsEmpty: false })
            found.TryAdd(System.Text.Encoding.UTF8.GetString(glance.Id), start..(int)reader.BytesConsumed);
    }
}
