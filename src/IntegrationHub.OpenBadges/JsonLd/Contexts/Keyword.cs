using System.Collections.Frozen;

namespace IntegrationHub.OpenBadges.JsonLd.Contexts;

/// <summary>The keywords of JSON-LD, as far as a document may use them.</summary>
internal enum Keyword
{
    /// <summary>Not a keyword: a property.</summary>
    None,
    Context,
    Id,
    Type,
    Value,
    Language,
    Direction,
    List,
    Unsupported,
}

internal static class Keywords
{
    public static FrozenDictionary<string, Keyword> ByName { get; } = new Dictionary<string, Keyword>
    {
        ["@context"] = Keyword.Context,
        ["@id"] = Keyword.Id,
        ["@type"] = Keyword.Type,
        ["@value"] = Keyword.Value,
        ["@language"] = Keyword.Language,
        ["@direction"] = Keyword.Direction,
        ["@list"] = Keyword.List,
        ["@set"] = Keyword.Unsupported,
        ["@graph"] = Keyword.Unsupported,
        ["@included"] = Keyword.Unsupported,
        ["@index"] = Keyword.Unsupported,
        ["@nest"] = Keyword.Unsupported,
        ["@reverse"] = Keyword.Unsupported,
    }.ToFrozenDictionary();
}
