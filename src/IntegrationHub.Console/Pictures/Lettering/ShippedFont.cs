using System.Diagnostics.CodeAnalysis;
using HarfBuzzSharp;
using SkiaSharp;
using Buffer = HarfBuzzSharp.Buffer;

namespace IntegrationHub.Console.Pictures.Lettering;

/// <summary>
/// A font embedded in the assembly, never one of the machine's: those differ, and on a bare Linux the default has no glyphs at all.
/// Loaded once and only read from then on, so that any thread may use it.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "Lives as long as the process.")]
internal sealed class ShippedFont
{
    private readonly SKTypeface _typeface;
    private readonly Font _shaper;
    private readonly int _unitsPerEm;

    public ShippedFont(string resource, double pitch)
    {
        Pitch = pitch;
        using var stream = typeof(ShippedFont).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The font {resource} is not in the assembly.");
        using var data = SKData.Create(stream);
        _typeface = SKTypeface.FromData(data) ?? throw new InvalidOperationException($"The font {resource} cannot be read.");
        _unitsPerEm = _typeface.UnitsPerEm;
        using var blob = new Blob(data.Data, (int)data.Size, MemoryMode.Duplicate);
        blob.MakeImmutable();
        using var face = new Face(blob, 0) { UnitsPerEm = _unitsPerEm };
        face.MakeImmutable();
        _shaper = new Font(face);
        _shaper.SetScale(_unitsPerEm, _unitsPerEm);
        _shaper.SetFunctionsOpenType();
    }

    /// <summary>Distance between lines, in em.</summary>
    public double Pitch { get; }

    public bool Has(int codePoint) => _shaper.TryGetNominalGlyph(codePoint, out _);

    /// <summary>Shapes a stretch of a text: joins, ligatures, marks. Glyphs come from left to right, distances in em.</summary>
    public IEnumerable<(ushort Glyph, double Advance, double ShiftX, double ShiftY)> Shape(string text, Stretch stretch, string language)
    {
        using var buffer = new Buffer();
        buffer.AddUtf16(text, stretch.Start, stretch.Length);
        buffer.Direction = stretch.IsRightToLeft ? Direction.RightToLeft : Direction.LeftToRight;
        if (language.Length > 0)
            buffer.Language = new Language(language);
        buffer.GuessSegmentProperties();
        _shaper.Shape(buffer);
        double em = _unitsPerEm;
        return buffer.GlyphInfos.Zip(
            buffer.GlyphPositions,
            (info, at) => ((ushort)info.Codepoint, at.XAdvance / em, at.XOffset / em, at.YOffset / em)).ToArray();
    }

    /// <summary>A Skia font in the font's own units for one drawing and one thread; the caller disposes of it.</summary>
    public SKFont Pen() => new(_typeface, _unitsPerEm) { Hinting = SKFontHinting.None, LinearMetrics = true, Subpixel = true };
}
