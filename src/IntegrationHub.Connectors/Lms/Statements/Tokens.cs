using System.Buffers;
using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using IntegrationHub.Connectors.Json;

namespace IntegrationHub.Connectors.Lms.Statements;

/// <summary>
/// What a text in the bytes is, without making an object of it. PHP escapes every slash: escapes are the rule, not the exception.
/// </summary>
internal static class Tokens
{
    private const int Longest = 512;

    private static readonly SearchValues<byte> InScheme = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+.-"u8);


    /// <summary>The UUID that the token is; null where it is none.</summary>
    public static Guid? Uuid(ref readonly Utf8JsonReader json)
    {
        Span<byte> text = stackalloc byte[Longest];
        return
            Fits(in json)
            && text[..json.CopyString(text)] is var uuid
            && Utf8Parser.TryParse(uuid, out Guid id, out var read, 'D')
            && read == uuid.Length
            ? id
            : null;
    }

    /// <summary>Whether the token is an IRI, as far as a store must look: a scheme, and no white space.</summary>
    public static bool IsIri(ref readonly Utf8JsonReader json)
    {
        if (json.TokenType != JsonTokenType.String)
            return false;
        if (!json.ValueIsEscaped)
            return IsIri(json.ValueSpan);
        Span<byte> text = stackalloc byte[Longest];
        return IsIri(Fits(in json) ? text[..json.CopyString(text)] : Encoding.UTF8.GetBytes(json.GetString()!));
    }

    /// <summary>Whether the token is an ISO 8601 moment.</summary>
    public static bool IsTime(ref readonly Utf8JsonReader json)
    {
        Span<char> text = stackalloc char[Longest];
        return Fits(in json) && JsonReading.TryTime(text[..json.CopyString(text)], out _);
    }

    /// <summary>Whether the token is an address such as <c>mailto:zoe@example.ca</c>.</summary>
    public static bool IsMailto(ref readonly Utf8JsonReader json)
    {
        Span<byte> text = stackalloc byte[Longest];
        return Fits(in json) && text[..json.CopyString(text)].StartsWith("mailto:"u8);
    }

    /// <summary>Whether the token is a text.</summary>
    public static bool Is(ref readonly Utf8JsonReader json, ReadOnlySpan<byte> text) =>
        json.TokenType == JsonTokenType.String && json.ValueTextEquals(text);

    /// <summary>Copies the token's text.</summary>
    /// <returns>Its length; 0 where it is no text, or longer than any that is known.</returns>
    public static int Copy(ref readonly Utf8JsonReader json, Span<char> into)
    {
        if (json.TokenType != JsonTokenType.String)
            return 0;
        if (json.ValueSpan.Length <= into.Length)
            return json.CopyString(into);
        return json.ValueIsEscaped && json.GetString() is { } text && text.TryCopyTo(into) ? text.Length : 0;
    }

    private static bool Fits(ref readonly Utf8JsonReader json) =>
        json.TokenType == JsonTokenType.String && json.ValueSpan.Length <= Longest;

    private static bool IsIri(ReadOnlySpan<byte> text)
    {
        var colon = text.IndexOf((byte)':');
        return colon > 0 && colon < text.Length - 1 && char.IsAsciiLetter((char)text[0])
            && text[..colon].IndexOfAnyExcept(InScheme) < 0 && text.IndexOfAny(" \t\r\n"u8) < 0;
    }
}
