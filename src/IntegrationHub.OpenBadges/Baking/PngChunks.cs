using System.Buffers.Binary;
using System.Text;

namespace IntegrationHub.OpenBadges.Baking;

/// <summary>
/// One chunk of a PNG file, with its four-letter type and its bytes as they stand in the file (length and checksum included).
/// </summary>
internal readonly record struct PngChunk(string Type, ReadOnlyMemory<byte> Whole)
{
    public ReadOnlyMemory<byte> Data => Whole[8..^4];

    /// <summary>A new chunk with its length and checksum.</summary>
    public static PngChunk Of(string type, ReadOnlySpan<byte> data)
    {
        var whole = new byte[data.Length + 12];
        BinaryPrimitives.WriteInt32BigEndian(whole, data.Length);
        Encoding.ASCII.GetBytes(type, whole.AsSpan(4));
        data.CopyTo(whole.AsSpan(8));
        BinaryPrimitives.WriteUInt32BigEndian(whole.AsSpan(^4..), Crc32.Of(whole.AsSpan(4..^4)));
        return new(type, whole);
    }
}

/// <summary>The chunks of a PNG file.</summary>
internal static class PngChunks
{
    public static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <exception cref="BakingException">Not a PNG, cut short, or a checksum does not fit.</exception>
    public static IReadOnlyList<PngChunk> Read(ReadOnlyMemory<byte> png, CancellationToken cancellation = default)
    {
        if (!png.Span.StartsWith(Signature))
            throw new BakingException("The file is not a PNG: its signature is missing.");

        var chunks = new List<PngChunk>();
        for (var rest = png[Signature.Length..]; chunks is not [.., { Type: "IEND" }];)
        {
            cancellation.ThrowIfCancellationRequested();
            var chunk = Next(rest);
            chunks.Add(chunk);
            rest = rest[chunk.Whole.Length..];
        }
        return chunks is [{ Type: "IHDR" }, ..] ? chunks : throw new BakingException("The PNG does not begin with its header.");
    }

    private static PngChunk Next(ReadOnlyMemory<byte> rest)
    {
        if (rest.Length < 12)
            throw new BakingException("The PNG ends before its end chunk.");

        var length = BinaryPrimitives.ReadUInt32BigEndian(rest.Span);
        if (length > rest.Length - 12)
            throw new BakingException("A chunk of the PNG is longer than the file.");

        var whole = rest[..((int)length + 12)];
        return BinaryPrimitives.ReadUInt32BigEndian(whole.Span[^4..]) == Crc32.Of(whole.Span[4..^4])
            ? new(Encoding.ASCII.GetString(whole.Span[4..8]), whole)
            : throw new BakingException("A checksum of the PNG does not fit: the file is damaged.");
    }
}
