using System.IO.Compression;

namespace IntegrationHub.OpenBadges.Baking;

/// <summary>The iTXt chunk: keyword, 0, compression flag, compression method, language, 0, translated keyword, 0, text.</summary>
internal static class PngText
{
    private const int MostText = 4 * 1024 * 1024;
    private const string Type = "iTXt";

    private static ReadOnlySpan<byte> Keyword => "openbadgecredential\0"u8;

    public static bool IsCredential(PngChunk chunk) => chunk.Type == Type && chunk.Data.Span.StartsWith(Keyword);

    /// <summary>Open Badges 1 used <c>tEXt</c>, version 2 <c>iTXt</c>.</summary>
    public static bool IsOpenBadges2(PngChunk chunk) =>
        chunk.Type is Type or "tEXt" or "zTXt" && chunk.Data.Span.StartsWith("openbadges\0"u8);

    public static PngChunk Chunk(ReadOnlySpan<byte> text) => PngChunk.Of(Type, [.. Keyword, 0, 0, 0, 0, .. text]);

    public static byte[] Read(PngChunk chunk, CancellationToken cancellation)
    {
        var rest = chunk.Data[Keyword.Length..];
        if (rest.Length < 4)
            throw new BakingException("The credential's chunk is cut short.");

        var (compressed, method) = (rest.Span[0], rest.Span[1]);
        var text = AfterZero(AfterZero(rest[2..]));
        return (compressed, method) switch
        {
            (0, _) => text.ToArray(),
            (1, 0) => Unpack(text, cancellation),
            _ => throw new BakingException("The credential's chunk is compressed in an unknown way."),
        };
    }

    private static ReadOnlyMemory<byte> AfterZero(ReadOnlyMemory<byte> bytes) => bytes.Span.IndexOf((byte)0) switch
    {
        < 0 => throw new BakingException("The credential's chunk is cut short."),
        var end => bytes[(end + 1)..],
    };

    private static byte[] Unpack(ReadOnlyMemory<byte> text, CancellationToken cancellation)
    {
        try
        {
            using var zlib = new ZLibStream(new MemoryStream(text.ToArray()), CompressionMode.Decompress);
            return Limited.ReadToEnd(zlib, MostText, cancellation)
                ?? throw new BakingException($"The credential unpacks to more than {MostText} bytes.");
        }
        catch (InvalidDataException broken)
        {
            throw new BakingException("The credential's chunk cannot be unpacked.", broken);
        }
    }
}
