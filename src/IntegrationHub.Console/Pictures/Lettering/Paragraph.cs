using System.Globalization;
using System.Text;

namespace IntegrationHub.Console.Pictures.Lettering;

/// <summary>A text with the font and direction of each of its characters; parts of it are shaped as lines.</summary>
internal sealed class Paragraph
{
    private readonly string _language;
    private readonly int[] _levels;
    private readonly ShippedFont[] _fonts;

    public Paragraph(string text, string language)
    {
        Text = text;
        _language = language;
        _levels = Directions.Levels(text);
        _fonts = FontsOf(text);
    }

    public string Text { get; }

    public ShapedLine Shape(int start, int end)
    {
        var stretches = Stretches(start, end);
        Stretch.Reorder(stretches);
        var glyphs = new List<PlacedGlyph>(end - start);
        var x = 0.0;
        foreach (var stretch in stretches)
            foreach (var (glyph, advance, shiftX, shiftY) in stretch.Font.Shape(Text, stretch, _language))
            {
                glyphs.Add(new(stretch.Font, glyph, x + shiftX, shiftY));
                x += advance;
            }
        return new(glyphs, x);
    }

    private List<Stretch> Stretches(int start, int end)
    {
        var stretches = new List<Stretch>();
        for (var from = start; from < end;)
        {
            var to = from + 1;
            while (to < end && _fonts[to] == _fonts[from] && _levels[to] == _levels[from])
                to++;
            stretches.Add(new(from, to - from, _fonts[from], _levels[from]));
            from = to;
        }
        return stretches;
    }

    private static ShippedFont[] FontsOf(string text)
    {
        var fonts = new ShippedFont[text.Length];
        var at = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            var inUse = at == 0 ? null : fonts[at - 1];
            var isFormat = Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format;
            var font = isFormat && inUse is not null ? inUse : ShippedFonts.For(rune.Value, ofNoScript: !Rune.IsLetter(rune), inUse);
            fonts.AsSpan(at, rune.Utf16SequenceLength).Fill(font);
            at += rune.Utf16SequenceLength;
        }
        return fonts;
    }
}
