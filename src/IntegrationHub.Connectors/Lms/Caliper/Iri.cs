using System.Text.Json;
using IntegrationHub.Connectors.Json;

namespace IntegrationHub.Connectors.Lms.Caliper;

/// <summary>
/// What an IRI tells of the entity that it stands for: a sender may put the IRI in the entity's place ("thinned";
/// Caliper 1.1, 4.2), and then nothing else is known of it.
/// </summary>
internal static class Iri
{
    /// <summary>
    /// The IRI of an entity, thinned or not; null where it has none that names it: blank nodes, and the standard's own IRI of somebody
    /// unknown.
    /// </summary>
    public static string? Of(JsonElement? entity)
    {
        var iri = entity is { ValueKind: JsonValueKind.String } ? entity.Text() : entity.Text("id");
        return
            iri is null || iri.StartsWith("_:", StringComparison.Ordinal) || iri.Contains("//purl.imsglobal.org/", StringComparison.Ordinal)
            ? null
            : iri;
    }

    /// <summary>
    /// Its last part, e.g. <c>554433</c> of <c>https://lms.example.ca/users/554433</c> or of <c>urn:example:user:554433</c>.
    /// </summary>
    public static string Last(string iri)
    {
        var whole = iri.TrimEnd('/', '#');
        // Only a URN is parted by colons: they stand within the parts of an address, too.
        var cut = whole.LastIndexOfAny(whole.StartsWith("urn:", StringComparison.OrdinalIgnoreCase) ? [':', '/'] : ['/', '#']);
        return Uri.UnescapeDataString(whole[(cut + 1)..]);
    }

    /// <summary>The term that a type or an action is, also where the whole IRI is given: <c>GradeEvent</c>.</summary>
    public static ReadOnlySpan<byte> Term(ReadOnlySpan<byte> name) => name[(name.LastIndexOfAny((byte)'/', (byte)'#') + 1)..];

    /// <inheritdoc cref="Term(ReadOnlySpan{byte})"/>
    public static string? Term(string? name) => name?[(name.LastIndexOfAny(['/', '#']) + 1)..];
}
