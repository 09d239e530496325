using IntegrationHub.Console.Pictures.Drawing;
using SkiaSharp;

namespace IntegrationHub.Console.Pictures.Lettering;

/// <summary>A glyph of a shaped line, placed from the line's start on its baseline, in em.</summary>
internal readonly record struct PlacedGlyph(ShippedFont Font, ushort Glyph, double X, double Y);

/// <summary>A line of text as glyphs from left to right, of a size of 1 em.</summary>
internal sealed record ShapedLine(IReadOnlyList<PlacedGlyph> Glyphs, double Width)
{
    /// <summary>Distance to the next line, in em.</summary>
    public double Pitch => Glyphs.Count == 0 ? 0 : Glyphs.Max(glyph => glyph.Font.Pitch);

    /// <summary>Adds the line's outlines, centred.</summary>
    public void Draw(Outline outline, double centre, double baseline, double size)
    {
        var left = centre - Width * size / 2;
        foreach (var ofFont in Glyphs.GroupBy(glyph => glyph.Font))
        {
            using var pen = ofFont.Key.Pen();
            var scale = size / pen.Size;
            foreach (var glyph in ofFont)
                if (pen.GetGlyphPath(glyph.Glyph) is { } path)
                    using (path)
                        Copy(path, outline, left + glyph.X * size, baseline - glyph.Y * size, scale);
        }
    }

    private static void Copy(SKPath path, Outline outline, double left, double baseline, double scale)
    {
        double X(SKPoint point) => left + point.X * scale;
        double Y(SKPoint point) => baseline + point.Y * scale;
        Span<SKPoint> at = stackalloc SKPoint[4];
        using var verbs = path.CreateRawIterator();
        for (var verb = verbs.Next(at); verb != SKPathVerb.Done; verb = verbs.Next(at))
            _ = verb switch
            {
                SKPathVerb.Move => outline.Move(X(at[0]), Y(at[0])),
                SKPathVerb.Line => outline.Line(X(at[1]), Y(at[1])),
                SKPathVerb.Quad => outline.Quad(X(at[1]), Y(at[1]), X(at[2]), Y(at[2])),
                SKPathVerb.Cubic => outline.Cubic(X(at[1]), Y(at[1]), X(at[2]), Y(at[2]), X(at[3]), Y(at[3])),
                SKPathVerb.Close => outline.Close(),
                _ => throw new NotSupportedException($"A font outline has no {verb}."),
            };
    }
}
