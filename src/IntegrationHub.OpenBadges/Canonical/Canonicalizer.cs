using System.Text;

namespace IntegrationHub.OpenBadges.Canonical;

/// <summary>
/// RDF Dataset Canonicalization 1.0 with SHA-256: the same statements give the same bytes, however blank nodes were named.
/// </summary>
internal static class Canonicalizer
{
    /// <summary>Enough for any honest credential, reached within a second by a graph made to be slow.</summary>
    public const int MaxSteps = 50_000;

    /// <exception cref="PoisonGraphException">The blank nodes cannot be told apart within <paramref name="steps"/>, or <see
    /// cref="MaxSteps"/>.</exception>
    public static CanonicalQuads Canonicalize(Dataset dataset, Steps? steps = null)
    {
        var labels = Labels(dataset, steps ?? new(MaxSteps));
        var lines = new QuadLines(dataset.Quads.Count);
        foreach (var quad in dataset.Quads)
            lines.Add(quad, labels);
        return new CanonicalQuads(lines.Sorted());
    }

    private static byte[][] Labels(Dataset dataset, Steps steps)
    {
        if (dataset.BlankNodes == 0)
            return [];
        var issuer = Issue(new BlankNodeQuads(dataset), steps);
        var labels = new byte[dataset.BlankNodes][];
        for (var node = 0; node < labels.Length; node++)
            labels[node] = Encoding.ASCII.GetBytes(issuer.Label(node));
        return labels;
    }

    private static IdentifierIssuer Issue(BlankNodeQuads blankNodes, Steps steps)
    {
        var canonical = new IdentifierIssuer("c14n");
        var alike = new SortedDictionary<string, List<int>>(StringComparer.Ordinal);
        for (var node = 0; node < blankNodes.Count; node++)
        {
            if (blankNodes[node].Count == 0)
                continue;
            if (!alike.TryGetValue(blankNodes.Hash(node), out var nodes))
                alike[blankNodes.Hash(node)] = nodes = [];
            nodes.Add(node);
        }

        foreach (var nodes in alike.Values)
            if (nodes is [var unique])
                canonical.Label(unique);
        var hasher = new NodeHasher(blankNodes, canonical, steps);
        foreach (var nodes in alike.Values)
            if (nodes.Count > 1)
                IssueAlike(nodes, canonical, hasher);
        return canonical;
    }

    private static void IssueAlike(List<int> nodes, IdentifierIssuer canonical, NodeHasher hasher)
    {
        var results = new List<(string Hash, IdentifierIssuer Issuer)>();
        foreach (var node in nodes)
        {
            if (canonical.Find(node) is not null)
                continue;
            var issuer = new IdentifierIssuer("b");
            issuer.Label(node);
            results.Add(hasher.Hash(node, issuer));
        }

        results.Sort((one, other) => string.CompareOrdinal(one.Hash, other.Hash));
        foreach (var result in results)
            foreach (var node in result.Issuer.Issued)
                canonical.Label(node);
    }
}
