using System.Text.Json;

namespace IntegrationHub.Connectors.Json;

/// <summary>Looks for a few texts in JSON in one pass over its bytes, without building anything.</summary>
internal ref struct Glance
{
    /// <summary>The first text asked for, as it stands in the bytes; empty where there is none.</summary>
    public ReadOnlySpan<byte> First { get; private set; }

    /// <summary>The second text asked for; empty where there is none.</summary>
    public ReadOnlySpan<byte> Second { get; private set; }

    /// <summary>Looks for two texts among the members of one object at the top.</summary>
    /// <param name="json">The whole document.</param>
    /// <param name="parent">Name of the object; empty for the top itself.</param>
    /// <param name="first">Name of the first text.</param>
    /// <param name="second">Name of the second text.</param>
    /// <param name="found">What was found.</param>
    /// <returns>False where the bytes are no JSON object as far as they were read; the careful reading then says why.</returns>
    public static bool TryMembers(
        ReadOnlySpan<byte> json,
        ReadOnlySpan<byte> parent,
        ReadOnlySpan<byte> first,
        ReadOnlySpan<byte> second,
        out Glance found)
    {
        found = new Glance();
        try
        {
            var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = 64 });
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
                return false;
            if (!parent.IsEmpty && !MoveTo(ref reader, parent))
                return true;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var which =
                    reader.ValueTextEquals(first) ? 1
                    : reader.ValueTextEquals(second) ? 2
                    : 0;
                reader.Read();
                if (which != 0 && reader.TokenType == JsonTokenType.String && !reader.ValueIsEscaped)
                    found.Note(which, reader.ValueSpan);
                else
                    reader.Skip();
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>Follows names down from the value that the reader is at, and leaves it at that value's end.</summary>
    /// <param name="reader">At the value.</param>
    /// <param name="path">The names, parted by slashes.</param>
    /// <returns>The text there, as it stands in the bytes; empty where there is none.</returns>
    public static ReadOnlySpan<byte> Follow(scoped ref Utf8JsonReader reader, scoped ReadOnlySpan<byte> path)
    {
        if (path.IsEmpty || reader.TokenType != JsonTokenType.StartObject)
        {
            var text = path.IsEmpty && reader.TokenType == JsonTokenType.String && !reader.ValueIsEscaped ? reader.ValueSpan : default;
            reader.Skip();
            return text;
        }

        var end = path.IndexOf((byte)'/');
        var name = end < 0 ? path : path[..end];
        var rest = end < 0 ? default : path[(end + 1)..];
        ReadOnlySpan<byte> found = default;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isNext = reader.ValueTextEquals(name);
            reader.Read();
            if (isNext)
                found = Follow(ref reader, rest);
            else
                reader.Skip();
        }

        return found;
    }

    private void Note(int which, ReadOnlySpan<byte> value)
    {
        if (which == 1)
            First = value;
        else
            Second = value;
    }

    /// <summary>Moves into the object that a member of the top is.</summary>
    private static bool MoveTo(ref Utf8JsonReader reader, ReadOnlySpan<byte> parent)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isParent = reader.ValueTextEquals(parent);
            reader.Read();
            if (isParent && reader.TokenType == JsonTokenType.StartObject)
                return true;
            reader.Skip();
        }

        return false;
    }
}
