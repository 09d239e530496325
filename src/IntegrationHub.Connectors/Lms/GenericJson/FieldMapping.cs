using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using IntegrationHub.Connectors.Json;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.MicroCredentials;

namespace IntegrationHub.Connectors.Lms.GenericJson;

/// <summary>A source's settings of fields and words, read once.</summary>
internal sealed class FieldMapping
{
    private static readonly ConditionalWeakTable<Source, FieldMapping> Known = [];

    private readonly Source _source;
    private readonly Dictionary<string, IReadOnlyList<FieldPath>> _paths;
    private readonly Dictionary<string, IReadOnlyList<string>> _words;
    private readonly Dictionary<string, CompletionKind> _kinds = new(StringComparer.Ordinal);
    private readonly byte[][] _names;
    private readonly CompletionKind? _others;

    private FieldMapping(Source source)
    {
        _source = source;
        _paths = FieldSettings
            .OfAnEvent.Concat(FieldSettings.OfAnEnvelope)
            .ToDictionary(
                setting => setting,
                setting => source.Setting(setting) is { } text && FieldPath.TryParse(text, out var paths, out _) ? paths : []);
        _words = FieldSettings.Vocabulary.ToDictionary(setting => setting, setting => FieldSettings.Words(source.Setting(setting)));
        foreach (var (setting, kind) in new[]
            {
                (FieldSettings.UndoneWhen, CompletionKind.Undone),
                (FieldSettings.CompletedWhen, CompletionKind.Completed),
                (FieldSettings.AssessedWhen, CompletionKind.Assessed),
            })
        {
            foreach (var word in _words[setting])
                _kinds.TryAdd(word, kind);
        }

        _others = _kinds.Remove(FieldSettings.Any, out var any) ? any : null;
        // Whether an event is ours must be known even of noise.
        IsNoise = _others is null && !Has(FieldSettings.Tenant) ? IsNoNameOfOurs : null;
        _names = [.. _kinds.Keys.Select(Encoding.UTF8.GetBytes)];
    }

    /// <summary>The mapping of a source.</summary>
    public static FieldMapping Of(Source source) => Known.GetValue(source, given => new(given));

    /// <summary>The path of a setting that has just one; null otherwise.</summary>
    public FieldPath? Only(string setting) => _paths[setting] is [var path] ? path : null;

    /// <summary>Whether a setting has a path.</summary>
    public bool Has(string setting) => _paths[setting].Count > 0;

    /// <summary>Where a setting points, for people.</summary>
    public string Spelling(string setting) => $"{setting} ({_source.Setting(setting) ?? "not set"})";

    /// <summary>The first value that the paths of a setting lead to.</summary>
    public string? Value(JsonElement? json, string setting) =>
        _paths[setting].Select(path => json.At(path).Scalar()).FirstOrDefault(value => value is not null);

    /// <summary>All values that the paths of a setting lead to.</summary>
    public IReadOnlyList<string> Values(JsonElement? json, string setting) =>
        [.. _paths[setting].Select(path => json.At(path).Scalar()).OfType<string>().Distinct()];

    /// <summary>
    /// The events of a delivery: where <c>events</c> points, else the delivery itself; an array is several, an object one.
    /// </summary>
    public IReadOnlyList<JsonElement?> Each(JsonElement? json) =>
        Has(FieldSettings.Events)
            ? _paths[FieldSettings.Events].Select(path => json.At(path).Each().ToList()).FirstOrDefault(events => events.Count > 0) ?? []
            : [.. json.Each()];

    /// <summary>A number at the paths of a setting, or the number that the setting itself is; an empty field of a form is none.</summary>
    public Figure Number(JsonElement? json, string setting) =>
        JsonReading.ToNumber(_source.Setting(setting)) is { } itself ? new(itself) : Figure.Of(Given(json, setting));

    /// <summary>Yes or no at the paths of a setting; an empty field of a form is neither.</summary>
    public Flag Flag(JsonElement? json, string setting) => Json.Flag.Of(Given(json, setting));

    private JsonElement? Given(JsonElement? json, string setting) => _paths[setting]
        .Select(path => json.At(path))
        .FirstOrDefault(found => found is not null
            && !(found is { ValueKind: JsonValueKind.String } text && string.IsNullOrWhiteSpace(text.GetString())));

    /// <summary>Whether a word is in the list of a setting.</summary>
    public bool Says(string setting, string word) => _words[setting].Contains(word);

    /// <summary>Whether a setting lists any words.</summary>
    public bool HasWords(string setting) => _words[setting].Count > 0;

    /// <summary>Whether grades come by events of their own.</summary>
    public bool GradesApart => _others == CompletionKind.Assessed || _kinds.ContainsValue(CompletionKind.Assessed);

    /// <summary>What an event of that name means; null for noise.</summary>
    public CompletionKind? KindOf(string? name) => name is not null && _kinds.TryGetValue(name, out var kind) ? kind : _others;

    /// <summary>The name of an event as it is kept: one that the settings list, or one fit to be a label.</summary>
    public string NameOf(string? name) => name is not null && _kinds.ContainsKey(name) ? name : JsonReading.Label(name);

    /// <summary>Whether an event of that name is noise for certain; null where names alone do not tell.</summary>
    public IsNoise? IsNoise { get; }

    private bool IsNoNameOfOurs(ReadOnlySpan<byte> name)
    {
        if (name.IsEmpty || name.Trim(" \t\r\n"u8).Length != name.Length)
            return false;
        foreach (var known in _names)
        {
            if (name.SequenceEqual(known))
                return false;
        }

        return true;
    }
}
