using System.Text;
using System.Xml;
using IntegrationHub.Console.Pictures.Drawing;

namespace IntegrationHub.Console.Pictures.Lettering;

/// <summary>
/// A place for text: lines centred in it, in the largest size that fits; below the smallest size the text is cut with an ellipsis.
/// </summary>
internal sealed record TextBox(double Centre, double Middle, double Width, double Height, int MostLines, double Largest, double Smallest)
{
    private const int MostCharacters = 400;
    private const double CapHeight = 0.714;

    /// <summary>The outlines of a text in this place; empty where there is nothing to write.</summary>
    public string Write(string text, string language)
    {
        var outline = new Outline();
        var (lines, size) = Fit(Clean(text), language);
        var pitch = size * (lines.Count == 0 ? 0 : lines.Max(line => line.Pitch));
        var baseline = Middle - (lines.Count - 1) * pitch / 2 + CapHeight * size / 2;
        for (var i = 0; i < lines.Count; i++)
            lines[i].Draw(outline, Centre, baseline + i * pitch, size);
        return outline.ToString();
    }

    /// <summary>One blank between words, and nothing that XML could not hold; non-breaking blanks stay.</summary>
    public static string Clean(string text)
    {
        var runes = text.EnumerateRunes().Select(rune => IsBlank(rune) || !IsXml(rune.ToString()) ? " " : rune.ToString());
        return string.Join(' ', string.Concat(runes).Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    private static bool IsBlank(Rune rune) => Rune.IsWhiteSpace(rune) && rune.Value is not ('\u00a0' or '\u2007' or '\u202f');

    private static bool IsXml(string character) =>
        character.Length == 2
            ? XmlConvert.IsXmlSurrogatePair(character[1], character[0])
            : XmlConvert.IsXmlChar(character[0]) && !char.IsControl(character[0]);

    private (IReadOnlyList<ShapedLine> Lines, double Size) Fit(string text, string language)
    {
        if (text.Length == 0)
            return ([], Smallest);
        var paragraph = new Paragraph(text.Length <= MostCharacters ? text : Cut(text, MostCharacters), language);
        var pieces = Piece.Of(paragraph, Width / Smallest);
        for (var size = Largest; size >= Smallest; size--)
            if (Lines(paragraph, pieces, size) is { } lines)
                return (lines, size);
        return (Shortened(paragraph, pieces, language), Smallest);
    }

    private List<ShapedLine> Shortened(Paragraph paragraph, List<Piece> pieces, string language)
    {
        for (var kept = pieces.Count - 1; kept > 0; kept--)
        {
            var shorter = new Paragraph(Cut(paragraph.Text, pieces[kept - 1].End), language);
            if (Lines(shorter, Piece.Of(shorter, Width / Smallest), Smallest) is { } lines)
                return lines;
        }
        return [];
    }

    private List<ShapedLine>? Lines(Paragraph paragraph, List<Piece> pieces, double size)
    {
        if (pieces.Max(piece => piece.Width) * size > Width || Wrapping.Even(pieces, Width / size, MostLines) is not { } ranges)
            return null;
        var lines = ranges.ConvertAll(range => paragraph.Shape(range.Start, range.End));
        return lines.Count * lines.Max(line => line.Pitch) * size <= Height ? lines : null;
    }

    private static string Cut(string text, int length) =>
        text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)].TrimEnd(' ', ',', ';', ':', '.', '-', '/', '…') + "…";
}
