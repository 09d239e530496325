using System.Buffers.Text;

namespace IntegrationHub.OpenBadges.Keys;

/// <summary>Bytes as text whose first character names the alphabet: <c>z</c> base58btc, <c>u</c> base64url without padding.</summary>
public static class Multibase
{
    private const string Alphabet = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private const int DigitsPerLimb = 9;
    private const ulong LimbBase = 7_427_658_739_644_928; // 58 to the ninth: a byte shifted in still fits in 64 bits

    /// <summary>The longest text that is decoded: keys and signatures are far shorter, and the work grows with the square.</summary>
    private const int MaxLength58 = 1024;

    /// <summary>Base58btc with the prefix <c>z</c>.</summary>
    public static string Encode58(ReadOnlySpan<byte> bytes)
    {
        var zeros = bytes.IndexOfAnyExcept((byte)0) is var first and >= 0 ? first : bytes.Length;
        var limbs = new List<ulong>();
        foreach (var value in bytes[zeros..])
            MultiplyAdd(limbs, 256, value, LimbBase);
        var digits = new List<char>(limbs.Count * DigitsPerLimb);
        foreach (var limb in limbs)
            for (var (rest, index) = (limb, 0); index < DigitsPerLimb; rest /= 58, index++)
                digits.Add(Alphabet[(int)(rest % 58)]);
        while (digits.Count > 0 && digits[^1] == '1')
            digits.RemoveAt(digits.Count - 1);
        digits.AddRange(Enumerable.Repeat('1', zeros));
        digits.Add('z');
        digits.Reverse();
        return string.Concat(digits);
    }

    /// <summary>Reads base58btc with the prefix <c>z</c>.</summary>
    /// <returns>False where the prefix or a character is another, or the text is longer than 1,024 characters.</returns>
    public static bool TryDecode58(string? text, out byte[] bytes)
    {
        bytes = [];
        if (text is not ['z', ..] || text.Length > MaxLength58)
            return false;
        var zeros = text.AsSpan(1).IndexOfAnyExcept('1') is var first and >= 0 ? first : text.Length - 1;
        var limbs = new List<ulong>();
        foreach (var character in text.AsSpan(1 + zeros))
        {
            var digit = Alphabet.IndexOf(character, StringComparison.Ordinal);
            if (digit < 0)
                return false;
            MultiplyAdd(limbs, 58, (ulong)digit, 256);
        }

        bytes = new byte[zeros + limbs.Count];
        for (var index = 0; index < limbs.Count; index++)
            bytes[^(index + 1)] = (byte)limbs[index];
        return true;
    }

    /// <summary>Base64url without padding, with the prefix <c>u</c>.</summary>
    public static string Encode64Url(ReadOnlySpan<byte> bytes) => "u" + Base64Url.EncodeToString(bytes);

    /// <summary>Reads base64url with the prefix <c>u</c>.</summary>
    public static bool TryDecode64Url(string? text, out byte[] bytes)
    {
        bytes = [];
        if (text is not ['u', ..] || text.Contains('=', StringComparison.Ordinal) || !Base64Url.IsValid(text.AsSpan(1)))
            return false;
        bytes = Base64Url.DecodeFromChars(text.AsSpan(1));
        return true;
    }

    /// <summary>Multiplies a number, its least limb first, and adds to it.</summary>
    private static void MultiplyAdd(List<ulong> limbs, ulong factor, ulong addend, ulong limbBase)
    {
        for (var index = 0; index < limbs.Count; index++)
        {
            var value = (limbs[index] * factor) + addend;
            (limbs[index], addend) = (value % limbBase, value / limbBase);
        }

        if (addend > 0)
            limbs.Add(addend);
    }
}
