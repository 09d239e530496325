using System.Buffers;
using System.Text;

namespace IntegrationHub.OpenBadges.Canonical;

/// <summary>The canonical form of N-Quads (RDF Dataset Canonicalization 1.0, section 5): UTF-8, fixed escapes, single spaces.</summary>
internal static class NQuads
{
    private static readonly SearchValues<char> NotInIri =
        SearchValues.Create([.. Enumerable.Range(0, 0x21).Select(code => (char)code), .. "<>\"{}|^`\\"]);
    private static readonly SearchValues<char> NotInLiteral =
        SearchValues.Create([.. Enumerable.Range(0, 0x20).Select(code => (char)code), '\u007F', '"', '\\']);

    public static byte[] Iri(string iri)
    {
        if (iri.AsSpan().ContainsAny(NotInIri))
            iri = Escaped(iri, NotInIri, Code);
        var text = new byte[Encoding.UTF8.GetByteCount(iri) + 2];
        text[0] = (byte)'<';
        Encoding.UTF8.GetBytes(iri, text.AsSpan(1));
        text[^1] = (byte)'>';
        return text;
    }

    /// <param name="lexical">The value of the literal.</param>
    /// <param name="suffix">What follows the closing quote: nothing, <c>@language</c> or <c>^^&lt;datatype&gt;</c>.</param>
    public static byte[] Literal(string lexical, ReadOnlySpan<byte> suffix) =>
        Quoted(
            Encoding.UTF8.GetBytes(lexical.AsSpan().ContainsAny(NotInLiteral) ? Escaped(lexical, NotInLiteral, Character) : lexical),
            suffix);

    /// <summary>A literal whose UTF-8 is known to need no escape.</summary>
    public static byte[] Quoted(ReadOnlySpan<byte> text, ReadOnlySpan<byte> suffix)
    {
        var literal = new byte[text.Length + suffix.Length + 2];
        literal[0] = (byte)'"';
        text.CopyTo(literal.AsSpan(1));
        literal[text.Length + 1] = (byte)'"';
        suffix.CopyTo(literal.AsSpan(text.Length + 2));
        return literal;
    }

    /// <param name="to">Where the line is written.</param>
    /// <param name="quad">What is written.</param>
    /// <param name="labels">The label of each blank node, by its number.</param>
    public static void WriteLine(IBufferWriter<byte> to, in Quad quad, byte[][] labels)
    {
        Write(to, quad.Subject, labels);
        to.Write(" "u8);
        Write(to, quad.Predicate, labels);
        to.Write(" "u8);
        Write(to, quad.Object, labels);
        if (quad.Graph is not null)
        {
            to.Write(" "u8);
            Write(to, quad.Graph, labels);
        }

        to.Write(" .\n"u8);
    }

    private static void Write(IBufferWriter<byte> to, RdfTerm term, byte[][] labels) =>
        to.Write(term.IsBlank ? labels[term.Blank] : term.Text);

    private static string Escaped(string text, SearchValues<char> escape, Func<char, string> with)
    {
        var result = new StringBuilder(text.Length + 16);
        foreach (var character in text)
            _ = escape.Contains(character) ? result.Append(with(character)) : result.Append(character);
        return result.ToString();
    }

    private static string Character(char character) => character switch
    {
        '\b' => "\\b",
        '\t' => "\\t",
        '\n' => "\\n",
        '\f' => "\\f",
        '\r' => "\\r",
        '"' => "\\\"",
        '\\' => "\\\\",
        _ => Code(character),
    };

    private static string Code(char character) => $"\\u{(int)character:X4}";
}
