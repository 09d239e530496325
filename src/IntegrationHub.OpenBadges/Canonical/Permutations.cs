namespace IntegrationHub.OpenBadges.Canonical;

/// <summary>The orders in which a list of blank nodes can be visited.</summary>
internal static class Permutations
{
    /// <summary>Every distinct order, smallest first. The list itself is reordered and returned each time.</summary>
    public static IEnumerable<List<int>> Of(List<int> nodes)
    {
        nodes.Sort();
        do yield return nodes;
        while (Next(nodes));
    }

    private static bool Next(List<int> nodes)
    {
        var pivot = nodes.Count - 2;
        while (pivot >= 0 && nodes[pivot] >= nodes[pivot + 1])
            pivot--;
        if (pivot < 0)
            return false;
        var successor = nodes.Count - 1;
        while (nodes[successor] <= nodes[pivot])
            successor--;
        (nodes[pivot], nodes[successor]) = (nodes[successor], nodes[pivot]);
        nodes.Reverse(pivot + 1, nodes.Count - pivot - 1);
        return true;
    }
}
