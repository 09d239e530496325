using System.Buffers;

namespace IntegrationHub.OpenBadges.JsonLd.Contexts;

/// <summary>IRI expansion. There is no base address: a relative reference has no meaning here.</summary>
internal static class Iris
{
    private static readonly SearchValues<char> Scheme =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+,-.");

    private static readonly SearchValues<char> Space = SearchValues.Create(
        "\t\n\v\f\r \u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u2028\u2029\u202F\u205F\u3000\uFEFF");

    /// <param name="text">A term, a compact IRI, an IRI or a blank node label.</param>
    /// <param name="terms">The terms in force.</param>
    /// <param name="vocabulary">Whether the text may be a term.</param>
    /// <returns>Null where it is no absolute IRI.</returns>
    public static string? Expand(string text, Dictionary<string, Term> terms, bool vocabulary)
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
        return (scheme is "_" || (char.IsAsciiLetter(scheme[0]) && !scheme.ContainsAnyExcept(Scheme)))
            && !text.AsSpan(colon).ContainsAny(Space);
    }
}
