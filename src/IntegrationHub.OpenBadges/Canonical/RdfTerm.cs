namespace IntegrationHub.OpenBadges.Canonical;

/// <summary>A part of a quad: an IRI or a literal, kept as its canonical N-Quads bytes, or a blank node, kept as a number.</summary>
internal sealed class RdfTerm : IEquatable<RdfTerm>
{
    private const int NotBlank = -1;
    private readonly byte[] _text;
    private readonly int _hash;

    private RdfTerm(byte[] text, int blank)
    {
        _text = text;
        Blank = blank;
        var hash = new HashCode();
        hash.Add(blank);
        hash.AddBytes(text);
        _hash = hash.ToHashCode();
    }

    public int Blank { get; }

    public bool IsBlank => Blank != NotBlank;

    public ReadOnlySpan<byte> Text => _text;

    public static RdfTerm Iri(string iri) => new(NQuads.Iri(iri), NotBlank);

    public static RdfTerm BlankNode(int number) => new([], number);

    public static RdfTerm FromNQuads(byte[] text) => new(text, NotBlank);

    public bool Equals(RdfTerm? other) =>
        ReferenceEquals(this, other)
            || (other is not null && _hash == other._hash && Blank == other.Blank && Text.SequenceEqual(other.Text));

    public override bool Equals(object? obj) => Equals(obj as RdfTerm);

    public override int GetHashCode() => _hash;
}
