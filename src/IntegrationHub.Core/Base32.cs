using System.Buffers;

namespace IntegrationHub.Core;

/// <summary>Lower-case base 32 without padding (alphabet of RFC 4648): short names that are safe in keys, addresses and speech.</summary>
public static class Base32
{
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz234567";
    private static readonly SearchValues<char> Letters = SearchValues.Create(Alphabet);

    /// <summary>Encodes bytes, five bits a character.</summary>
    public static string Encode(ReadOnlySpan<byte> bytes)
    {
        var text = new char[(bytes.Length * 8 + 4) / 5];
        int buffer = 0, bits = 0, at = 0;
        foreach (var b in bytes)
        {
            buffer = (buffer << 8) | b;
            for (bits += 8; bits >= 5; bits -= 5)
                text[at++] = Alphabet[(buffer >> (bits - 5)) & 31];
        }

        if (bits > 0)
            text[at] = Alphabet[(buffer << (5 - bits)) & 31];
        return new string(text);
    }

    /// <summary>Whether a text is of this alphabet.</summary>
    public static bool IsValid(ReadOnlySpan<char> text) => text.IndexOfAnyExcept(Letters) < 0;
}
