using System.Text.Json;

namespace IntegrationHub.Connectors.Lms.OpenEdx;

/// <summary>The forms in which Open edX sends an event.</summary>
internal enum Form
{
    /// <summary>To be read with care.</summary>
    Unknown,

    /// <summary>The openedx-webhooks plugin.</summary>
    Plugin,

    /// <summary>A tracking event.</summary>
    Tracking,

    /// <summary>xAPI statements.</summary>
    XApi,

    /// <summary>A Caliper event or envelope.</summary>
    Caliper,
}

/// <summary>Tells the forms apart in one pass over the bytes, without building anything.</summary>
internal static class Forms
{
    /// <summary>The form of a delivery.</summary>
    /// <param name="json">The whole document.</param>
    /// <param name="name">The event's name, where the delivery is one event and the name plainly there; else empty.</param>
    public static Form Recognise(ReadOnlySpan<byte> json, out ReadOnlySpan<byte> name)
    {
        name = default;
        try
        {
            var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = 64 });
            reader.Read();
            // Only xAPI sends bare arrays; their first statement tells.
            var isArray = reader.TokenType == JsonTokenType.StartArray && reader.Read();
            var form = Recognise(ref reader, out name);
            if (isArray)
                name = default;
            return isArray && form != Form.XApi ? Form.Unknown : form;
        }
        catch (JsonException)
        {
            return Form.Unknown;
        }
    }

    private static Form Recognise(scoped ref Utf8JsonReader reader, out ReadOnlySpan<byte> name)
    {
        ReadOnlySpan<byte> type = default;
        name = default;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("verb"u8))
                return Form.XApi;
            if (reader.ValueTextEquals("@context"u8) || reader.ValueTextEquals("sensor"u8))
                return Form.Caliper;
            if (reader.ValueTextEquals("event_metadata"u8))
            {
                name = EventType(ref reader);
                return Form.Plugin;
            }

            var (isFlat, isName, isType) = (
                reader.ValueTextEquals("event_metadata_event_type"u8),
                reader.ValueTextEquals("name"u8),
                reader.ValueTextEquals("event_type"u8));
            reader.Read();
            if (isFlat || isName)
                name = Text(ref reader);
            else if (isType)
                type = Text(ref reader);
            if (isFlat)
                return Form.Plugin;
            reader.Skip();
        }

        name = name.IsEmpty ? type : name;
        return name.IsEmpty ? Form.Unknown : Form.Tracking;
    }

    private static ReadOnlySpan<byte> EventType(scoped ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
            return default;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isIt = reader.ValueTextEquals("event_type"u8);
            reader.Read();
            if (isIt)
                return Text(ref reader);
            reader.Skip();
        }

        return default;
    }

    private static ReadOnlySpan<byte> Text(scoped ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.String && !reader.ValueIsEscaped ? reader.ValueSpan : default;
}
