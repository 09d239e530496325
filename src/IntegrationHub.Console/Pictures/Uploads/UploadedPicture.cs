using IntegrationHub.Core.MicroCredentials;
using SkiaSharp;

namespace IntegrationHub.Console.Pictures.Uploads;

/// <summary>Checks a badge design that the institution drew itself. It is refused or served byte for byte as it is, never converted.</summary>
public static class UploadedPicture
{
    /// <summary>Smallest width and height of a PNG, in pixels: what Open Badges displays ask for.</summary>
    public const int SmallestSide = 90;

    /// <summary>Largest width and height of a PNG, in pixels.</summary>
    public const int LargestSide = 2048;

    /// <summary>Whether it is a PNG that can be drawn whole, or an SVG that is safe to serve (<see cref="SafeSvg"/>).</summary>
    /// <returns>Why it is refused; empty where it may be served.</returns>
    public static IReadOnlyList<PictureFault> Check(Picture picture) =>
        picture.Content.Length > Picture.Largest ? [TooLarge(picture.Content.Length)]
        : picture.MediaType == Picture.Svg ? SafeSvg.Check(picture.Content.Span)
        : CheckPng(picture.Content.Span);

    private static IReadOnlyList<PictureFault> CheckPng(ReadOnlySpan<byte> file)
    {
        using var data = SKData.CreateCopy(file);
        using var codec = SKCodec.Create(data);
        if (codec?.EncodedFormat != SKEncodedImageFormat.Png)
            return [Unreadable()];
        if (Math.Min(codec.Info.Width, codec.Info.Height) < SmallestSide || Math.Max(codec.Info.Width, codec.Info.Height) > LargestSide)
            return [WrongSides(codec.Info.Width, codec.Info.Height)];
        using var bitmap = new SKBitmap(codec.Info);
        return codec.GetPixels(codec.Info, bitmap.GetPixels()) == SKCodecResult.Success ? [] : [Unreadable()];
    }

    private static PictureFault TooLarge(int length) => new(0, "picture-size", new(
        $"L’image compte {length} octets\u00a0: {Picture.Largest} au plus.",
        $"The picture has {length} bytes: {Picture.Largest} at most."));

    private static PictureFault Unreadable() => new(0, "png-unreadable", new(
        "Ce n’est pas un PNG, ou il est endommagé ou incomplet\u00a0: exportez-le de nouveau.",
        "This is not a PNG, or it is damaged or incomplete: export it again."));

    private static PictureFault WrongSides(int width, int height) => new(0, "png-sides", new(
        $"L’image mesure {width} × {height} pixels\u00a0: de {SmallestSide} à {LargestSide} de côté.",
        $"The picture is {width} × {height} pixels: from {SmallestSide} to {LargestSide} a side."));
}
