using System.Net;
using System.Text;
using System.Text.Json;

namespace IntegrationHub.Connectors.Lms.Authentication;

/// <summary>Where in a body a token stands, found in one pass over its bytes.</summary>
/// <param name="Start">Its first byte.</param>
/// <param name="Length">How many bytes it takes there, escapes and all.</param>
/// <param name="IsForm">Whether the body is a form; else JSON.</param>
internal readonly record struct BodyToken(int Start, int Length, bool IsForm)
{
    /// <summary>The byte behind it.</summary>
    public int End => Start + Length;

    /// <summary>
    /// Looks for a text among the members of the object that the body is; null where there is none as far as the body is JSON.
    /// </summary>
    public static BodyToken? InJson(ReadOnlySpan<byte> body, string name)
    {
        try
        {
            var reader = new Utf8JsonReader(body);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
                return null;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var isIt = reader.ValueTextEquals(name);
                reader.Read();
                if (isIt)
                    return reader.TokenType == JsonTokenType.String
                        ? new((int)reader.TokenStartIndex + 1, reader.ValueSpan.Length, IsForm: false)
                        : null;
                reader.Skip();
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // Whether the rest is JSON, and its names are texts (half a surrogate pair is none), is for those to say who read it.
        }

        return null;
    }

    /// <summary>Looks for a field of a form (application/x-www-form-urlencoded); null where there is none.</summary>
    public static BodyToken? InForm(ReadOnlySpan<byte> body, string name)
    {
        foreach (var field in body.Split((byte)'&'))
        {
            var (start, length) = field.GetOffsetAndLength(body.Length);
            var equals = body[field].IndexOf((byte)'=');
            if (equals >= 0 && Ascii.Equals(body.Slice(start, equals), name))
                return new(start + equals + 1, length - equals - 1, IsForm: true);
        }

        return null;
    }

    /// <summary>The token itself; false where it is longer than any that the hub knows, or damaged.</summary>
    public bool TryRead(ReadOnlySpan<byte> body, Span<byte> value, out int length)
    {
        length = 0;
        if (Length > value.Length)
            return false;
        if (IsForm)
        {
            var plain = WebUtility.UrlDecodeToBytes(body.Slice(Start, Length).ToArray(), 0, Length);
            plain.CopyTo(value);
            length = plain.Length;
            return true;
        }

        try
        {
            var reader = new Utf8JsonReader(body[(Start - 1)..(End + 1)]);
            reader.Read();
            length = reader.CopyString(value);
            return true;
        }
        catch (InvalidOperationException)
        {
            return false; // half a surrogate pair, or bytes that are no UTF-8
        }
    }
}
