using System.Security.Cryptography;
using System.Text;

namespace IntegrationHub.OpenBadges.Canonical;

/// <summary>Tells blank nodes apart by their neighbourhood when their own quads look alike (Hash N-Degree Quads).</summary>
internal sealed class NodeHasher(BlankNodeQuads blankNodes, IdentifierIssuer canonical, Steps steps)
{
    private const int MaxDepth = 400;
    private int _depth;

    /// <exception cref="PoisonGraphException">More than the steps left, or a recursion too deep for the stack.</exception>
    public (string Hash, IdentifierIssuer Issuer) Hash(int node, IdentifierIssuer issuer)
    {
        if (++_depth > MaxDepth)
            steps.Exhaust();
        var data = new StringBuilder();
        foreach (var (relatedHash, related) in RelatedByHash(node, issuer))
        {
            var (path, chosen) = ShortestPath(related, issuer);
            data.Append(relatedHash).Append(path);
            issuer = chosen;
        }

        _depth--;
        return (Sha256(data.ToString()), issuer);
    }

    private (string Path, IdentifierIssuer Issuer) ShortestPath(List<int> related, IdentifierIssuer issuer)
    {
        var chosenPath = "";
        var chosenIssuer = issuer;
        foreach (var order in Permutations.Of(related))
        {
            steps.Spend(1 + (issuer.Issued.Count / 16));
            if (Path(order, issuer.Copy(), chosenPath) is not var (path, used))
                continue;
            if (chosenPath.Length == 0 || string.CompareOrdinal(path, chosenPath) < 0)
                (chosenPath, chosenIssuer) = (path, used);
        }

        return (chosenPath, chosenIssuer);
    }

    /// <returns>Null as soon as the path is known not to beat the best so far.</returns>
    private (string Path, IdentifierIssuer Issuer)? Path(List<int> order, IdentifierIssuer issuer, string best)
    {
        var path = new StringBuilder();
        var unvisited = new List<int>();
        foreach (var node in order)
        {
            steps.Spend(1);
            if (canonical.Find(node) is { } label)
            {
                path.Append(label);
            }
            else
            {
                if (issuer.Find(node) is null)
                    unvisited.Add(node);
                path.Append(issuer.Label(node));
            }

            if (Loses(path, best))
                return null;
        }

        foreach (var node in unvisited)
        {
            var (hash, visited) = Hash(node, issuer);
            path.Append(issuer.Label(node)).Append('<').Append(hash).Append('>');
            issuer = visited;
            if (Loses(path, best))
                return null;
        }

        return (path.ToString(), issuer);
    }

    private SortedDictionary<string, List<int>> RelatedByHash(int node, IdentifierIssuer issuer)
    {
        var related = new SortedDictionary<string, List<int>>(StringComparer.Ordinal);
        foreach (var quad in blankNodes[node])
        {
            steps.Spend(1);
            Relate(quad.Subject, 's', quad.Predicate);
            Relate(quad.Object, 'o', quad.Predicate);
            Relate(quad.Graph, 'g', null);
        }

        return related;

        void Relate(RdfTerm? term, char position, RdfTerm? predicate)
        {
            if (term is not { IsBlank: true } || term.Blank == node)
                return;
            steps.Spend(1);
            var name = canonical.Find(term.Blank) ?? issuer.Find(term.Blank) ?? blankNodes.Hash(term.Blank);
            var hash = Sha256(position + (predicate is null ? "" : Encoding.UTF8.GetString(predicate.Text)) + name);
            if (!related.TryGetValue(hash, out var nodes))
                related[hash] = nodes = [];
            nodes.Add(term.Blank);
        }
    }

    private static bool Loses(StringBuilder path, string best) =>
        best.Length != 0 && path.Length >= best.Length && string.CompareOrdinal(path.ToString(), best) > 0;

    private static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
