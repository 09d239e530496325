using System.Text.Json;
using IntegrationHub.Core.Model.Completions;

namespace IntegrationHub.Connectors.Json;

/// <summary>Yes or no where a sender states it: absent, read, or there and not to be read.</summary>
/// <param name="Value">What it says; null where nothing was read.</param>
/// <param name="IsUnread">Whether something stands there that says neither.</param>
internal readonly record struct Flag(bool? Value, bool IsUnread = false)
{
    /// <summary>The literal, or a text that says one of both.</summary>
    public static Flag Of(JsonElement? element) => element switch
    {
        null or { ValueKind: JsonValueKind.Null } => default,
        { ValueKind: JsonValueKind.True } => new(true),
        { ValueKind: JsonValueKind.False } => new(false),
        { ValueKind: JsonValueKind.String } text => Of(text.GetString()),
        { ValueKind: JsonValueKind.Number } number => Of(number.GetRawText()),
        _ => new(null, true),
    };

    /// <summary>What a word says.</summary>
    public static Flag Of(string? word) => word is null ? default : PassWords.Read(word) is { } value ? new(value) : new(null, true);
}
