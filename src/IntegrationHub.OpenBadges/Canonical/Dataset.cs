namespace IntegrationHub.OpenBadges.Canonical;

/// <summary>A set of quads and the blank nodes among them, numbered from zero.</summary>
internal sealed class Dataset
{
    private readonly HashSet<Quad> _quads = [];

    public IReadOnlySet<Quad> Quads => _quads;

    public int BlankNodes { get; private set; }

    public RdfTerm NewBlankNode() => RdfTerm.BlankNode(BlankNodes++);

    public void Add(RdfTerm subject, RdfTerm predicate, RdfTerm @object, RdfTerm? graph) =>
        _quads.Add(new Quad(subject, predicate, @object, graph));
}
