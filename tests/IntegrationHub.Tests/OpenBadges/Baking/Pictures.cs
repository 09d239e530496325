using System.IO.Compression;
using IntegrationHub.OpenBadges.Baking;

namespace IntegrationHub.Tests.OpenBadges.Baking;

/// <summary>Small sound pictures.</summary>
internal static class Pictures
{
    public const string Svg =
        """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><title>Œuvre ᐃᓄᒃ</title><circle r="4"/></svg>""";

    /// <summary>One grey pixel.</summary>
    public static byte[] Png() => PngWith();

    public static byte[] PngWith(params PngChunk[] extra)
    {
        using var pixel = new MemoryStream();
        using (var zlib = new ZLibStream(pixel, CompressionLevel.Optimal, leaveOpen: true))
            zlib.Write([0, 128]);
        PngChunk[] chunks =
        [
            PngChunk.Of("IHDR", [0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]),
            .. extra,
            PngChunk.Of("IDAT", pixel.ToArray()),
            PngChunk.Of("IEND", []),
        ];
        return [.. PngChunks.Signature, .. chunks.SelectMany(chunk => chunk.Whole.ToArray())];
    }

    /// <summary>A chunk that says that its text is a credential.</summary>
    public static PngChunk Credential(ReadOnlySpan<byte> content, bool isPacked = false) =>
        PngChunk.Of("iTXt", [.. "openbadgecredential\0"u8, (byte)(isPacked ? 1 : 0), 0, 0, 0, .. content]);

    /// <summary>A credential whose text is packed.</summary>
    public static PngChunk Packed(ReadOnlySpan<byte> content)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            zlib.Write(content);
        return Credential(packed.ToArray(), isPacked: true);
    }
}
