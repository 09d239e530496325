using System.Text.Json;

namespace IntegrationHub.Connectors.Json;

/// <summary>
/// Goes through the events of a delivery in one pass over the bytes and finds a text in each, without building anything.
/// It stops where it does not understand: then the careful reading decides.
/// </summary>
internal ref struct EventGlance
{
    private readonly FieldPath _path;
    private readonly bool _isArray;
    private Utf8JsonReader _reader;
    private bool _isOver;

    private EventGlance(Utf8JsonReader reader, FieldPath path)
    {
        _reader = reader;
        _path = path;
        _isArray = reader.TokenType == JsonTokenType.StartArray;
    }

    /// <summary>The text found in the event at hand; empty where there is none, or not as plain text.</summary>
    public ReadOnlySpan<byte> Found { get; private set; }

    /// <summary>Goes to the first event.</summary>
    /// <param name="json">The whole document.</param>
    /// <param name="events">The array of events; null where the document is one event, or an array of them.</param>
    /// <param name="path">The text, from the event on.</param>
    /// <param name="glance">Stands before the first event.</param>
    /// <returns>False where the careful reading must decide.</returns>
    public static bool TryBegin(ReadOnlySpan<byte> json, FieldPath? events, FieldPath path, out EventGlance glance)
    {
        glance = default;
        try
        {
            var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = 64 });
            if (!reader.Read() || (events is not null && (!TryFollow(ref reader, events) || reader.TokenType != JsonTokenType.StartArray)))
                return false;
            glance = new(reader, path);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>Goes to the next event.</summary>
    /// <returns>True where there is one, false after the last; null where the careful reading must decide.</returns>
    public bool? Next()
    {
        try
        {
            if (_isOver || (_isArray && (!_reader.Read() || _reader.TokenType == JsonTokenType.EndArray)))
                return false;
            _isOver = !_isArray;
            var inside = _reader;
            Found =
                TryFollow(ref inside, _path) && inside.TokenType == JsonTokenType.String && !inside.ValueIsEscaped
                    ? inside.ValueSpan
                    : default;
            if (_isArray)
                _reader.Skip();
            return true;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool TryFollow(ref Utf8JsonReader reader, FieldPath path)
    {
        foreach (var step in path.Steps)
        {
            if (!(step.Name is { } name ? TryMember(ref reader, name) : TryElement(ref reader, step.Index)))
                return false;
        }

        return true;
    }

    private static bool TryMember(ref Utf8JsonReader reader, string name)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            return false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isIt = reader.ValueTextEquals(name);
            reader.Read();
            if (isIt)
                return true;
            reader.Skip();
        }

        return false;
    }

    private static bool TryElement(ref Utf8JsonReader reader, int index)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
            return false;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (index-- == 0)
                return true;
            reader.Skip();
        }

        return false;
    }
}
