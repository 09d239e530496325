using System.Collections.Frozen;
using System.Text.Json;
using IntegrationHub.OpenBadges.Canonical;

namespace IntegrationHub.OpenBadges.JsonLd.Contexts;

/// <summary>
/// Reads a context. What the known contexts do not use (<c>@vocab</c>, <c>@base</c>, <c>@import</c>, language maps…) is refused, so
/// that a new one cannot be half understood.
/// </summary>
internal static class ContextReader
{
    /// <exception cref="InvalidDataException">The context uses something that is not supported.</exception>
    public static LocalContext Read(JsonElement context) => context.ValueKind switch
    {
        JsonValueKind.Null => LocalContext.Forget,
        JsonValueKind.Object => new LocalContext(
            context.EnumerateObject().Where(member => !member.Name.StartsWith('@'))
                .ToFrozenDictionary(member => member.Name, member => Definition(member.Value)),
            Protected(context),
            CanonicalJson.Of(context)),
        _ => throw new InvalidDataException("A context is an object or null"),
    };

    private static bool Protected(JsonElement context)
    {
        var isProtected = false;
        foreach (var keyword in context.EnumerateObject().Where(member => member.Name.StartsWith('@')))
            isProtected |= keyword.Name switch
            {
                "@protected" => keyword.Value.GetBoolean(),
                "@version" when keyword.Value.GetRawText() == "1.1" => false,
                _ => throw new InvalidDataException($"{keyword.Name} in a context is not supported"),
            };
        return isProtected;
    }

    private static TermDefinition Definition(JsonElement definition)
    {
        if (definition.ValueKind == JsonValueKind.String)
            return new TermDefinition(definition.GetString()!, null, Container.None, null, Simple: true);
        string? id = null, type = null, reverse = null;
        var container = Container.None;
        LocalContext? scoped = null;
        foreach (var member in definition.EnumerateObject())
            switch (member.Name)
            {
                case "@id":
                    id = member.Value.GetString();
                    break;
                case "@reverse":
                    reverse = member.Value.GetString();
                    break;
                case "@type":
                    type = member.Value.GetString();
                    break;
                case "@container":
                    container = ReadContainer(member.Value.GetString());
                    break;
                case "@context":
                    scoped = Read(member.Value);
                    break;
                default:
                    throw new InvalidDataException($"{member.Name} in a term definition is not supported");
            }

        return reverse is null
            ? new TermDefinition(id ?? throw new InvalidDataException("A term has no @id"), type, container, scoped, Simple: false)
            : Reversed(reverse, id, type, container, scoped);
    }

    /// <summary>Only the plainest is supported: what stands below is written out.</summary>
    private static TermDefinition Reversed(string reverse, string? id, string? type, Container container, LocalContext? scoped) =>
        (id, type, container, scoped) is (null, null, Container.None, null) && !Keywords.ByName.ContainsKey(reverse)
            ? new TermDefinition(reverse, null, Container.None, null, Simple: false, Reverse: true)
            : throw new InvalidDataException("@reverse with anything beside it is not supported");

    private static Container ReadContainer(string? container) => container switch
    {
        "@set" => Container.Set,
        "@list" => Container.List,
        "@graph" => Container.Graph,
        _ => throw new InvalidDataException($"@container {container} is not supported"),
    };
}
