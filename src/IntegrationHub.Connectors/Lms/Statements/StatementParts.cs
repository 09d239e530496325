using System.Text.Json;

namespace IntegrationHub.Connectors.Lms.Statements;

/// <summary>Reads verb, context and version on the way through a statement's bytes (xAPI 1.0.3, Data 2.4.3, 2.4.6 and 2.4.10).</summary>
internal static class StatementParts
{
    /// <summary>Longer verbs and events are none that is known.</summary>
    public const int LongestName = 160;

    private static readonly string[] EventName = ["extensions", Vocabulary.MoodleInfo, "event_name"];

    /// <summary>The verb's IRI.</summary>
    /// <returns>Its length in the buffer.</returns>
    public static int Verb(ref Utf8JsonReader json, scoped Span<char> into)
    {
        if (json.TokenType != JsonTokenType.StartObject)
            throw StatementException.Of("has no verb.id that is an IRI");
        var length = -1;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var isId = json.ValueTextEquals("id"u8);
            json.Read();
            if (isId && length < 0 && Tokens.IsIri(in json))
                length = Tokens.Copy(in json, into);
            else if (isId)
                throw StatementException.Of("has no verb.id that is an IRI");
            else
                json.Skip();
        }

        return length >= 0 ? length : throw StatementException.Of("has no verb.id that is an IRI");
    }

    /// <summary>The Moodle event that a statement's context names.</summary>
    /// <returns>Its length in the buffer; 0 where it names none.</returns>
    public static int MoodleEvent(ref Utf8JsonReader json, scoped Span<char> into) =>
        Inner(ref json, EventName, into);

    /// <summary>Whether a statement's version may come under the one that its request speaks: 2.0 takes statements of 1.0.</summary>
    public static bool IsVersion(ref readonly Utf8JsonReader json, XApiVersion spoken)
    {
        Span<char> text = stackalloc char[LongestName];
        return XApiVersions.Of(text[..Tokens.Copy(in json, text)]) <= spoken;
    }

    /// <summary>Follows names into an object, and past it.</summary>
    /// <returns>The length of the text in the buffer; 0 where there is none.</returns>
    public static int Inner(ref Utf8JsonReader json, scoped ReadOnlySpan<string> names, scoped Span<char> into)
    {
        if (json.TokenType != JsonTokenType.StartObject)
        {
            var length = names.Length == 0 ? Tokens.Copy(in json, into) : 0;
            json.Skip();
            return length;
        }

        var found = 0;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var isNext = names.Length > 0 && json.ValueTextEquals(names[0]);
            json.Read();
            if (isNext)
                found = Inner(ref json, names[1..], into);
            else
                json.Skip();
        }

        return found;
    }
}
