using SkiaSharp;

namespace IntegrationHub.Console.Pictures.Drawing;

/// <summary>Draws marks as a PNG on a transparent ground.</summary>
internal static class PngPainter
{
    public static byte[] Paint(IReadOnlyList<Mark> marks, double extent, int size)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(size, size, SKColorType.Rgba8888, SKAlphaType.Premul));
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(SKColors.Transparent);
        canvas.Scale((float)(size / extent));
        foreach (var mark in marks)
            Draw(canvas, mark);
        canvas.Flush();
        using var pixels = bitmap.PeekPixels();
        using var data = pixels.Encode(new SKPngEncoderOptions(SKPngEncoderFilterFlags.Sub, zLibLevel: 6))
            ?? throw new InvalidOperationException("The picture could not be encoded as PNG.");
        return data.ToArray();
    }

    private static void Draw(SKCanvas canvas, Mark mark)
    {
        using var path = SKPath.ParseSvgPathData(mark.PathData);
        using var paint = new SKPaint
        {
            IsAntialias = true,
            Color = new SKColor(mark.Colour.Red, mark.Colour.Green, mark.Colour.Blue),
            Style = mark.LineWidth is null ? SKPaintStyle.Fill : SKPaintStyle.Stroke,
            StrokeWidth = (float)(mark.LineWidth ?? 0),
            StrokeJoin = SKStrokeJoin.Round,
        };
        canvas.DrawPath(path, paint);
    }
}
