using System.Buffers.Binary;
using System.Security.Cryptography;

namespace IntegrationHub.Core.Badges;

/// <summary>
/// A keyed order of the numbers below 131,072, each exactly once: the next serial number becomes an index that looks
/// random. A Feistel network over 18 bits; what falls outside the range walks on until it is inside.
/// </summary>
public static class Shuffle
{
    private const int HalfBits = 9;
    private const int HalfMask = (1 << HalfBits) - 1;
    private const int Rounds = 6;

    /// <summary>The index of a serial number.</summary>
    /// <param name="key">The list's secret key.</param>
    /// <param name="serial">From 0, below <see cref="StatusEntry.Bits"/>.</param>
    public static int Index(ReadOnlySpan<byte> key, int serial)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(serial);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(serial, StatusEntry.Bits);
        var index = serial;
        do
            index = Permute(key, index);
        while (index >= StatusEntry.Bits);
        return index;
    }

    private static int Permute(ReadOnlySpan<byte> key, int value)
    {
        Span<byte> input = stackalloc byte[3];
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        var (left, right) = (value >> HalfBits, value & HalfMask);
        for (byte round = 0; round < Rounds; round++)
        {
            input[0] = round;
            BinaryPrimitives.WriteUInt16BigEndian(input[1..], (ushort)right);
            HMACSHA256.HashData(key, input, hash);
            (left, right) = (right, left ^ (BinaryPrimitives.ReadUInt16BigEndian(hash) & HalfMask));
        }

        return (left << HalfBits) | right;
    }
}
