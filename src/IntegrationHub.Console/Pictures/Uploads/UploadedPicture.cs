using SkiaSharp;

namespace IntegrationHub.Console.Pictures.Uploads;

/// <summary>A badge design that the institution drew itself; served byte for byte as it is.</summary>
/// <param name="Content">The file.</param>
/// <param name="ContentType"><c>image/png</c> or <c>image/svg+xml</c>.</param>
public sealed record UploadedPicture(ReadOnlyMemory<byte> Content, string ContentType)
{
    /// <summary>Largest file, in bytes.</summary>
    public const int LargestFile = 1024 * 1024;

    /// <summary>Smallest width and height of a PNG, in pixels: what Open Badges displays ask for.</summary>
    public const int SmallestSide = 90;

    /// <summary>Largest width and height of a PNG, in pixels.</summary>
    public const int LargestSide = 2048;

    private static ReadOnlySpan<byte> PngSignature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Takes a PNG that can be drawn whole, or an SVG that is safe to serve (<see cref="SafeSvg"/>).</summary>
    /// <param name="file">The file as uploaded.</param>
    /// <param name="faults">Why it is refused; empty where it is taken.</param>
    /// <returns>Null where it is refused.</returns>
    public static UploadedPicture? Read(ReadOnlyMemory<byte> file, out IReadOnlyList<PictureFault> faults)
    {
        var isPng = file.Span.StartsWith(PngSignature);
        faults = file.Length > LargestFile ? [TooLarge(file.Length)]
            : isPng ? CheckPng(file.Span)
            : SafeSvg.Check(file.Span);
        return faults.Count > 0 ? null : new(file, isPng ? "image/png" : "image/svg+xml");
    }

    private static IReadOnlyList<PictureFault> CheckPng(ReadOnlySpan<byte> file)
    {
        using var data = SKData.CreateCopy(file);
        using var codec = SKCodec.Create(data);
        if (codec is null)
            return [Unreadable()];
        if (Math.Min(codec.Info.Width, codec.Info.Height) < SmallestSide || Math.Max(codec.Info.Width, codec.Info.Height) > LargestSide)
            return [WrongSides(codec.Info.Width, codec.Info.Height)];
        using var bitmap = new SKBitmap(codec.Info);
        return codec.GetPixels(codec.Info, bitmap.GetPixels()) == SKCodecResult.Success ? [] : [Unreadable()];
    }

    private static PictureFault TooLarge(int length) => new(0, "picture-size", new(
        $"L’image compte {length} octets\u00a0: {LargestFile} au plus.",
        $"The picture has {length} bytes: {LargestFile} at most."));

    private static PictureFault Unreadable() => new(0, "png-unreadable", new(
        "Le fichier PNG est endommagé ou incomplet\u00a0: exportez-le de nouveau.",
        "The PNG file is damaged or incomplete: export it again."));

    private static PictureFault WrongSides(int width, int height) => new(0, "png-sides", new(
        $"L’image mesure {width} × {height} pixels\u00a0: de {SmallestSide} à {LargestSide} de côté.",
        $"The picture is {width} × {height} pixels: from {SmallestSide} to {LargestSide} a side."));
}
