using System.Text.Json;

namespace IntegrationHub.Connectors.Json;

/// <summary>Follows paths through JSON that others wrote.</summary>
internal static class FieldPaths
{
    private const int Longest = 1000;

    /// <summary>What stands at the path; null where nothing does, or <c>null</c>.</summary>
    public static JsonElement? At(this JsonElement? element, FieldPath path)
    {
        foreach (var step in path.Steps)
        {
            element = step.Name is { } name ? element.At(name)
                : element is { ValueKind: JsonValueKind.Array } array && step.Index < array.GetArrayLength() ? array[step.Index]
                : null;
        }

        return element is { ValueKind: JsonValueKind.Null } ? null : element;
    }

    /// <summary>
    /// A text, a number as it is written, or <c>true</c> or <c>false</c>; null where it is empty, anything else, or longer than any id or
    /// name.
    /// </summary>
    public static string? Scalar(this JsonElement? element) => element?.ValueKind switch
    {
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => element.Text() is { Length: <= Longest } text ? text : null,
    };
}
