using System.Text.Json;
using System.Text.Unicode;

namespace IntegrationHub.OpenBadges;

/// <summary>Lenient reading of documents that others wrote.</summary>
internal static class Json
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>A document whose objects name nothing twice and whose texts are Unicode.</summary>
    /// <exception cref="JsonException">No JSON, a member stands twice, or a text is not well-formed.</exception>
    public static JsonElement Parse(ReadOnlyMemory<byte> utf8, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        using var document = JsonDocument.Parse(utf8, Strict);
        return IsUnicode(utf8.Span, cancellation)
            ? document.RootElement.Clone()
            : throw new JsonException("A text is not well-formed Unicode.");
    }

    /// <summary>The parser leaves broken bytes and lone surrogates until somebody reads that text; here none is let in.</summary>
    private static bool IsUnicode(ReadOnlySpan<byte> utf8, CancellationToken cancellation)
    {
        if (!Utf8.IsValid(utf8))
            return false;
        var reader = new Utf8JsonReader(utf8);
        while (reader.Read())
        {
            cancellation.ThrowIfCancellationRequested();
            if (!reader.ValueIsEscaped)
                continue;
            try
            {
                reader.GetString();
            }
            catch (InvalidOperationException)
            {
                return false;
            }
        }
        return true;
    }

    /// <summary>A member of an object, or null where there is none or the element is no object.</summary>
    public static JsonElement? Member(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null
            ? value
            : null;

    /// <summary>A member that is a text.</summary>
    public static string? Text(this JsonElement element, string name) =>
        element.Member(name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    /// <summary>A member as a list: an array's elements, one element, or none.</summary>
    public static IEnumerable<JsonElement> All(this JsonElement element, string name) => element.Member(name) switch
    {
        { ValueKind: JsonValueKind.Array } many => many.EnumerateArray(),
        { } one => [one],
        null => [],
    };

    /// <summary>The texts of a member, one or several.</summary>
    public static IEnumerable<string> Texts(this JsonElement element, string name) =>
        element.All(name).Where(value => value.ValueKind == JsonValueKind.String).Select(value => value.GetString()!);

    /// <summary>The id of what may be given as a text or as an object with an id.</summary>
    public static string? IdOf(this JsonElement element, string name) => element.Member(name) switch
    {
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        { ValueKind: JsonValueKind.Object } node => node.Text("id"),
        _ => null,
    };

    /// <summary>A member that is a time with offset.</summary>
    public static DateTimeOffset? Time(this JsonElement element, string name) =>
        element.Member(name) is { ValueKind: JsonValueKind.String } value
        && value.TryGetDateTimeOffset(out var time)
        && HasOffset(value.GetString()!)
            ? time
            : null;

    /// <summary>Whether a member is not there, or is a time with offset.</summary>
    public static bool IsTimeOrAbsent(this JsonElement element, string name) =>
        element.Member(name) is null || element.Time(name) is not null;

    /// <summary>Without one the time would be that of whoever reads it.</summary>
    private static bool HasOffset(string time) => time.EndsWith('Z') || time is [.., '+' or '-', _, _, ':', _, _];
}
