using System.Globalization;

namespace IntegrationHub.Console.Pictures.Lettering;

/// <summary>What stays together on a line: a word, or a part of one that ends in a hyphen.</summary>
/// <param name="Start">Its first character.</param>
/// <param name="End">Behind its last character, without the blank that follows.</param>
/// <param name="Width">Its width in em.</param>
/// <param name="Gap">Width of the blank before it, in em.</param>
internal readonly record struct Piece(int Start, int End, double Width, double Gap)
{
    private const string BreaksBehind = "-‐–—/";

    /// <summary>The pieces of a paragraph; one wider than a line is broken between characters.</summary>
    public static List<Piece> Of(Paragraph paragraph, double widest)
    {
        var text = paragraph.Text;
        var gap = text.Contains(' ') ? paragraph.Shape(text.IndexOf(' '), text.IndexOf(' ') + 1).Width : 0;
        var pieces = new List<Piece>();
        for (var start = 0; start < text.Length;)
        {
            var end = start;
            while (end < text.Length && text[end] != ' ' && !(end > start && BreaksBehind.Contains(text[end - 1])))
                end++;
            Add(pieces, paragraph, start, end, start > 0 && text[start - 1] == ' ' ? gap : 0, widest);
            start = end < text.Length && text[end] == ' ' ? end + 1 : end;
        }
        return pieces;
    }

    private static void Add(List<Piece> pieces, Paragraph paragraph, int start, int end, double gap, double widest)
    {
        var width = paragraph.Shape(start, end).Width;
        while (width > widest)
        {
            var cut = start + StringInfo.GetNextTextElementLength(paragraph.Text, start);
            for (
                var next = cut;
                next < end && paragraph.Shape(start, next).Width <= widest;
                next += StringInfo.GetNextTextElementLength(paragraph.Text, next))
                cut = next;
            if (cut >= end)
                break;
            pieces.Add(new(start, cut, paragraph.Shape(start, cut).Width, gap));
            (start, gap) = (cut, 0);
            width = paragraph.Shape(start, end).Width;
        }
        pieces.Add(new(start, end, width, gap));
    }
}
