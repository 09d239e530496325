using System.Buffers;

namespace IntegrationHub.OpenBadges.JsonLd.Contexts;

/// <summary>IRI expansion. There is no base address: a relative reference has no meaning here.</summary>
internal static class Iris
{
    private static readonly SearchValues<char> s_scheme = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+,-.");

    /// <param name="text">A term, a compact IRI, an IRI or a blank node label.</param>
    /// <param name="terms">The terms in force.</param>
    /// <param name="vocabulary">Whether the text may be a term.</param>
    /// <returns>Null where it is no absolute IRI.</returns>
    public static string? Expand(string text, IReadOnlyDictionary<string, Term> terms, bool vocabulary)
    {
        if (vocabulary && terms.TryGetValue(text, out var term))
            return term.Keyword == Keyword.None ? term.Iri : null;
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0)
            return null;
        var isFinal = text.AsSpan(colon + 1).StartsWith("//") || text.AsSpan(0, colon) is "_";
        if (!isFinal && terms.TryGetValue(text[..colon], out var prefix) && prefix.IsPrefix)
            text = string.Concat(prefix.Iri, text.AsSpan(colon + 1));
        return IsAbsolute(text, text.IndexOf(':', StringComparison.Ordinal)) ? text : null;
    }

    private static bool IsAbsolute(string text, int colon)
    {
        var scheme = text.AsSpan(0, colon);
        if (scheme is not "_" && (!char.IsAsciiLetter(scheme[0]) || scheme.ContainsAnyExcept(s_scheme)))
            return false;
        foreach (var character in text.AsSpan(colon))
            if (char.IsWhiteSpace(character) || character == '\uFEFF')
                return false;
        return true;
    }
}
