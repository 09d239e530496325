namespace IntegrationHub.OpenBadges.Canonical;

/// <summary>Gives blank nodes labels in the order in which it first meets them.</summary>
internal sealed class IdentifierIssuer
{
    private readonly string _prefix;
    private readonly Dictionary<int, string> _labels;
    private readonly List<int> _issued;

    public IdentifierIssuer(string prefix) => (_prefix, _labels, _issued) = (prefix, [], []);

    private IdentifierIssuer(IdentifierIssuer from) => (_prefix, _labels, _issued) = (from._prefix, new(from._labels), [.. from._issued]);

    /// <summary>The blank nodes that have a label, in the order of issue.</summary>
    public IReadOnlyList<int> Issued => _issued;

    public IdentifierIssuer Copy() => new(this);

    public string? Find(int node) => _labels.GetValueOrDefault(node);

    public string Label(int node)
    {
        if (!_labels.TryGetValue(node, out var label))
        {
            _labels[node] = label = $"_:{_prefix}{_issued.Count}";
            _issued.Add(node);
        }

        return label;
    }
}
