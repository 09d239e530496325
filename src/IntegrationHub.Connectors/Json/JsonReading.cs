using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace IntegrationHub.Connectors.Json;

/// <summary>Reads JSON that others wrote: what is absent, null or of another type is null, never an exception.</summary>
internal static partial class JsonReading
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 64, AllowDuplicateProperties = false };

    /// <summary>Parses a document; a name that comes twice in one object is a fault, for readers would disagree on it.</summary>
    public static JsonElement Parse(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json, Options);
        return document.RootElement.Clone();
    }

    /// <summary>Parses an answer's body; null where it is no JSON.</summary>
    public static JsonElement? TryParse(string text)
    {
        try
        {
            return Parse(Encoding.UTF8.GetBytes(text));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null; // InvalidOperationException: half a surrogate pair in a name
        }
    }

    /// <summary>A member of an object.</summary>
    public static JsonElement? At(this JsonElement? element, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            if (element is not { ValueKind: JsonValueKind.Object } parent || !parent.TryGetProperty(name, out var member))
                return null;
            element = member;
        }

        return element is { ValueKind: JsonValueKind.Null } ? null : element;
    }

    /// <summary>Whether an object names a member, be it null.</summary>
    public static bool Has(this JsonElement? element, string name) =>
        element is { ValueKind: JsonValueKind.Object } parent && parent.TryGetProperty(name, out _);

    /// <summary>A text, or a number as it is written; null where it is empty.</summary>
    public static string? Text(this JsonElement? element, params ReadOnlySpan<string> path) => element.At(path) switch
    {
        { ValueKind: JsonValueKind.String } text when text.GetString() is { } value && !string.IsNullOrWhiteSpace(value) => value.Trim(),
        { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
        _ => null,
    };

    /// <summary>A number, as near as a decimal comes to it.</summary>
    public static decimal? Number(this JsonElement? element, params ReadOnlySpan<string> path) =>
        element.At(path) is { ValueKind: JsonValueKind.Number } number ? ToNumber(number.GetRawText()) : null;

    /// <summary>
    /// A number written as JSON writes it; one beyond all decimals is the outermost of them, for it is not the same as none.
    /// </summary>
    public static decimal? ToNumber(string? text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number
        : !double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var beyond) || double.IsNaN(beyond) ? null
        : beyond > 0 ? decimal.MaxValue
        : decimal.MinValue;

    /// <summary>A number that a result hangs on: what is there and cannot be read is not absent.</summary>
    public static Figure Figure(this JsonElement? element, params ReadOnlySpan<string> path) => Json.Figure.Of(element.At(path));

    /// <summary>Yes or no that a result hangs on: what is there and cannot be read is not absent.</summary>
    public static Flag Flag(this JsonElement? element, params ReadOnlySpan<string> path) => Json.Flag.Of(element.At(path));

    /// <summary>An ISO 8601 moment; without an offset it is UTC, never the zone of this machine.</summary>
    public static DateTimeOffset? Time(this JsonElement? element, params ReadOnlySpan<string> path) =>
        element.At(path) is { ValueKind: JsonValueKind.String } text && TryTime(text.GetString(), out var time) ? time : null;

    /// <summary>Reads an ISO 8601 moment as <see cref="Time"/> does.</summary>
    public static bool TryTime(ReadOnlySpan<char> text, out DateTimeOffset time)
    {
        time = default;
        return IsoDate().IsMatch(text)
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time);
    }

    /// <summary>The elements of an array; a single object counts as an array of one.</summary>
    public static IEnumerable<JsonElement?> Each(this JsonElement? element, params ReadOnlySpan<string> path) => element.At(path) switch
    {
        { ValueKind: JsonValueKind.Array } array => array.EnumerateArray().Select(e => (JsonElement?)e),
        { ValueKind: JsonValueKind.Object } single => [single],
        _ => [],
    };

    /// <summary>One form for the same JSON: members in order of their names, no space.</summary>
    public static string Canonical(this JsonElement? element)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(bytes))
            Write(writer, element);
        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    /// <summary>A source's name of an event, fit to be a counter's label: a long number in it may be a person's.</summary>
    public static string Label(string? name) => name is not null && SafeLabel().IsMatch(name) ? name : "other";

    private static void Write(Utf8JsonWriter writer, JsonElement? element)
    {
        switch (element)
        {
            case { ValueKind: JsonValueKind.Object } o:
                writer.WriteStartObject();
                foreach (var member in o.EnumerateObject().OrderBy(m => m.Name, StringComparer.Ordinal))
                {
                    writer.WritePropertyName(member.Name);
                    Write(writer, member.Value);
                }

                writer.WriteEndObject();
                break;
            case { ValueKind: JsonValueKind.Array } a:
                writer.WriteStartArray();
                foreach (var item in a.EnumerateArray())
                    Write(writer, item);
                writer.WriteEndArray();
                break;
            case { } value:
                value.WriteTo(writer);
                break;
            default:
                writer.WriteNullValue();
                break;
        }
    }

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}(T|$)")]
    private static partial Regex IsoDate();

    [GeneratedRegex(@"^(?!.*\d{5})[A-Za-z0-9_.:-]{1,80}\z")]
    private static partial Regex SafeLabel();
}
