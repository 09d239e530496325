namespace IntegrationHub.OpenBadges.Canonical;

/// <summary>The quads in which each blank node occurs, and the hash that these give it (Hash First Degree Quads).</summary>
internal sealed class BlankNodeQuads
{
    private static readonly byte[] Self = "_:a"u8.ToArray();
    private static readonly byte[] Other = "_:z"u8.ToArray();
    private readonly List<Quad>[] _quads;
    private readonly string[] _hashes;

    public BlankNodeQuads(Dataset dataset)
    {
        _quads = new List<Quad>[dataset.BlankNodes];
        for (var node = 0; node < _quads.Length; node++)
            _quads[node] = [];
        foreach (var quad in dataset.Quads)
            Collect(quad);
        _hashes = FirstDegreeHashes();
    }

    public int Count => _quads.Length;

    public IReadOnlyList<Quad> this[int node] => _quads[node];

    public string Hash(int node) => _hashes[node];

    private void Collect(in Quad quad)
    {
        var (subject, @object, graph) = (quad.Subject.Blank, quad.Object.Blank, quad.Graph?.Blank ?? -1);
        if (subject >= 0)
            _quads[subject].Add(quad);
        if (@object >= 0 && @object != subject)
            _quads[@object].Add(quad);
        if (graph >= 0 && graph != subject && graph != @object)
            _quads[graph].Add(quad);
    }

    private string[] FirstDegreeHashes()
    {
        var hashes = new string[_quads.Length];
        var labels = new byte[_quads.Length][];
        Array.Fill(labels, Other);
        var lines = new QuadLines(expected: 4);
        for (var node = 0; node < _quads.Length; node++)
        {
            labels[node] = Self;
            lines.Clear();
            foreach (var quad in _quads[node])
                lines.Add(quad, labels);
            hashes[node] = lines.Hash();
            labels[node] = Other;
        }

        return hashes;
    }
}
