using System.Security.Cryptography;
using System.Text;

namespace IntegrationHub.OpenBadges.Canonical;

/// <summary>A document in canonical form: its statements as sorted N-Quads with canonical blank node labels (RDFC-1.0).</summary>
public sealed class CanonicalQuads
{
    private readonly byte[] _text;

    internal CanonicalQuads(byte[] text) => _text = text;

    /// <summary>The N-Quads in UTF-8, one line per statement, each ending with a line feed.</summary>
    public ReadOnlySpan<byte> Utf8 => _text;

    /// <summary>SHA-256 of <see cref="Utf8"/>: 32 bytes.</summary>
    public byte[] Hash() => SHA256.HashData(_text);

    /// <summary>The N-Quads as text.</summary>
    public override string ToString() => Encoding.UTF8.GetString(_text);
}
