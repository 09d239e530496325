using System.Buffers;
using System.Security.Cryptography;

namespace IntegrationHub.OpenBadges.Canonical;

/// <summary>Lines of N-Quads that are put in the order of their code points, which is the order of their UTF-8 bytes.</summary>
internal sealed class QuadLines(int expected)
{
    private const int BytesPerLine = 192;
    private readonly ArrayBufferWriter<byte> _text = new((expected + 1) * BytesPerLine);
    private readonly List<(int Start, int Length)> _lines = new(expected);

    public void Clear()
    {
        _text.ResetWrittenCount();
        _lines.Clear();
    }

    public void Add(in Quad quad, byte[][] labels)
    {
        var start = _text.WrittenCount;
        NQuads.WriteLine(_text, quad, labels);
        _lines.Add((start, _text.WrittenCount - start));
    }

    public byte[] Sorted()
    {
        if (_lines.Count > 1)
            _lines.Sort((one, other) => Line(one).SequenceCompareTo(Line(other)));
        var sorted = new byte[_text.WrittenCount];
        var at = 0;
        foreach (var line in _lines)
        {
            Line(line).CopyTo(sorted.AsSpan(at));
            at += line.Length;
        }

        return sorted;
    }

    /// <summary>Hexadecimal SHA-256 of the sorted lines.</summary>
    public string Hash() => Convert.ToHexStringLower(SHA256.HashData(_lines.Count == 1 ? _text.WrittenSpan : Sorted()));

    private ReadOnlySpan<byte> Line((int Start, int Length) line) => _text.WrittenSpan.Slice(line.Start, line.Length);
}
