using System.Buffers.Binary;

namespace IntegrationHub.Catalogue.Pictures;

/// <summary>Looks at the chunks of a PNG: a header first, an end last, nothing cut off.</summary>
internal static class PngFile
{
    private const int ChunkFrame = 12;
    private const int HeaderLength = 13;

    private static ReadOnlySpan<byte> Signature => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    public static bool IsWhole(ReadOnlySpan<byte> file)
    {
        if (!file.StartsWith(Signature))
            return false;
        var rest = file[Signature.Length..];
        for (var first = true; rest.Length >= ChunkFrame; first = false)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(rest);
            if (length > rest.Length - ChunkFrame)
                break;
            var type = rest.Slice(4, 4);
            if (first && (!type.SequenceEqual("IHDR"u8) || length != HeaderLength))
                break;
            if (type.SequenceEqual("IEND"u8))
                return true;
            rest = rest[(int)(length + ChunkFrame)..];
        }

        return false;
    }
}
