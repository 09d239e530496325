using System.Text.Json;

namespace IntegrationHub.Connectors.Json;

/// <summary>A number where a sender states one: absent, read, or there and not to be read. These are three things.</summary>
/// <param name="Value">The number; null where none was read.</param>
/// <param name="Unread">What stands there and is no number, as it is written; null where there is none.</param>
internal readonly record struct Figure(decimal? Value, string? Unread = null)
{
    /// <summary>Whether anything is stated at all: <c>null</c> is nothing.</summary>
    public bool IsGiven => Value is not null || Unread is not null;

    /// <summary>The number as it is written, for people.</summary>
    public string? Written => Unread ?? Value?.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>A number, or a text that is one as JSON writes it; an empty text states something.</summary>
    public static Figure Of(JsonElement? element) => element switch
    {
        null or { ValueKind: JsonValueKind.Null } => default,
        { ValueKind: JsonValueKind.Number } number => Of(number.GetRawText()),
        { ValueKind: JsonValueKind.String } text => Of(text.GetString()),
        _ => new(null, ""),
    };

    /// <summary>The number that a text is.</summary>
    public static Figure Of(string? text) =>
        text is null ? default
        : JsonReading.ToNumber(text) is { } number ? new(number)
        : new(null, text);
}
