using System.IO.Compression;
using IntegrationHub.OpenBadges.Keys;

namespace IntegrationHub.OpenBadges.Status;

/// <summary>
/// The bits of a status list (Bitstring Status List 1.0): one per credential, the first bit the most significant of the first byte.
/// </summary>
public sealed class Bitstring
{
    /// <summary>No list is shorter, so that a reader of one entry is hidden among many.</summary>
    public const int LeastLength = 131_072;

    /// <summary>No list is unpacked beyond this many bytes: 2^25 bits.</summary>
    public const int MostBytes = 4 * 1024 * 1024;

    private readonly byte[] _bytes;

    /// <summary>A list of bits that are all 0.</summary>
    /// <param name="length">Number of bits: at least <see cref="LeastLength"/>, a multiple of eight.</param>
    public Bitstring(int length = LeastLength)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, LeastLength);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length / 8, MostBytes);
        ArgumentOutOfRangeException.ThrowIfNotEqual(length % 8, 0, nameof(length));
        _bytes = new byte[length / 8];
    }

    private Bitstring(byte[] bytes) => _bytes = bytes;

    /// <summary>Number of bits.</summary>
    public int Length => _bytes.Length * 8;

    /// <summary>One bit.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The list is shorter.</exception>
    public bool this[int index]
    {
        get => (_bytes[Place(index)] & Mask(index)) != 0;
        set
        {
            if (value)
                _bytes[Place(index)] |= Mask(index);
            else
                _bytes[Place(index)] &= (byte)~Mask(index);
        }
    }

    /// <summary>The bits as raw bytes, most significant bit first.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes;

    /// <summary>A list from raw bytes, as <see cref="Bytes"/> gave them.</summary>
    public static Bitstring FromBytes(ReadOnlySpan<byte> bytes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bytes.Length, LeastLength / 8, nameof(bytes));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bytes.Length, MostBytes, nameof(bytes));
        return new(bytes.ToArray());
    }

    /// <summary>The list as published: gzip, then multibase base64url (<c>u…</c>).</summary>
    public string Encode()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            gzip.Write(_bytes);
        return Multibase.Encode64Url(packed.GetBuffer().AsSpan(0, (int)packed.Length));
    }

    /// <summary>Reads a published list.</summary>
    /// <exception cref="StatusListException">It is not multibase base64url of gzip, is shorter than <see cref="LeastLength"/>, or
    /// unpacks beyond <see cref="MostBytes"/>.</exception>
    public static Bitstring Decode(string encoded, CancellationToken cancellation = default)
    {
        if (!Multibase.TryDecode64Url(encoded, out var packed))
            throw new StatusListException("The encoded list is not multibase base64url: 'u', then base64url without padding.");

        byte[] bytes;
        try
        {
            using var gzip = new GZipStream(new MemoryStream(packed), CompressionMode.Decompress);
            bytes = Limited.ReadToEnd(gzip, MostBytes, cancellation)
                ?? throw new StatusListException($"The list unpacks to more than {MostBytes} bytes.");
        }
        catch (InvalidDataException broken)
        {
            throw new StatusListException("The encoded list is not gzip.", broken);
        }

        return bytes.Length >= LeastLength / 8
            ? new(bytes)
            : throw new StatusListException($"The list holds {bytes.Length * 8} bits; the least is {LeastLength}.");
    }

    private int Place(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Length);
        return index / 8;
    }

    private static byte Mask(int index) => (byte)(0x80 >> (index % 8));
}
