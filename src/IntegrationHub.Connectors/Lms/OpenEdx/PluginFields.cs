using System.Text.Json;
using IntegrationHub.Connectors.Json;

namespace IntegrationHub.Connectors.Lms.OpenEdx;

/// <summary>
/// The fields of an event of the openedx-webhooks plugin. As JSON they are under the name of a Python type
/// (<c>openedx_events.learning.data.CertificateData</c>), which changes with releases; as a form the names are joined by
/// <c>_</c>, and every value is the text that Python prints.
/// </summary>
internal sealed class PluginFields
{
    private const string Metadata = "event_metadata";

    // Every event that may be a completion is of a user.
    private const string FlatUser = "_user_id";

    private readonly JsonElement? _json;
    private readonly string? _flatRoot;
    private readonly JsonElement? _data;

    private PluginFields(JsonElement json)
    {
        _json = json;
        if (_json.At(Metadata) is null)
            _flatRoot = json.EnumerateObject()
                .Select(member => member.Name)
                .FirstOrDefault(name => name.EndsWith(FlatUser, StringComparison.Ordinal))
                ?[..^FlatUser.Length]
                ?? "";
        else
            _data = json.EnumerateObject()
                .Where(member => member.Name != Metadata && member.Value.ValueKind == JsonValueKind.Object)
                .Select(member => (JsonElement?)member.Value)
                .FirstOrDefault();
    }

    /// <summary>The fields; null where it is nothing that the plugin sends.</summary>
    public static PluginFields? Of(JsonElement? json) =>
        json is { ValueKind: JsonValueKind.Object } o
        && o.EnumerateObject().Any(member => member.Name.StartsWith(Metadata, StringComparison.Ordinal))
            ? new(o)
            : null;

    /// <summary>What the event says of itself.</summary>
    public string? OfEvent(string name) => Given(_flatRoot is null ? _json.At(Metadata, name) : _json.At($"{Metadata}_{name}"));

    /// <summary>A field of the event's data, by its names from the top.</summary>
    public string? Text(params ReadOnlySpan<string> path) =>
        Given(_flatRoot is null ? _data.At(path) : _json.At($"{_flatRoot}_{string.Join('_', path)}"));

    private static string? Given(JsonElement? element) => element.Scalar() is var text && text is "None" ? null : text;
}
