using System.Collections.Frozen;

namespace IntegrationHub.OpenBadges.JsonLd.Contexts;

/// <summary>A context as published, read but not yet applied to the terms already in force. Compared by reference.</summary>
/// <param name="definitions">Its terms.</param>
/// <param name="isProtected">Whether its terms may not be redefined later.</param>
/// <param name="canonical">Its canonical JSON (RFC 8785): equal text means an equal context.</param>
internal sealed class LocalContext(FrozenDictionary<string, TermDefinition> definitions, bool isProtected, string canonical)
{
    /// <summary>The context <c>null</c>: forget every term.</summary>
    public static LocalContext Forget { get; } = new(FrozenDictionary<string, TermDefinition>.Empty, false, "null");

    public FrozenDictionary<string, TermDefinition> Definitions => definitions;

    public bool Protected => isProtected;

    public string Canonical => canonical;
}
