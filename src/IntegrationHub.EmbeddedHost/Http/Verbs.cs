namespace IntegrationHub.EmbeddedHost.Http;

/// <summary>The verbs that a function answers; none listed means every verb.</summary>
internal sealed class Verbs(string[]? listed)
{
    private readonly HashSet<string> _listed = new(listed ?? [], StringComparer.OrdinalIgnoreCase);

    public bool Include(string verb) => _listed.Count == 0 || _listed.Contains(verb);

    public bool Share(Verbs other) => _listed.Count == 0 || other._listed.Count == 0 || _listed.Overlaps(other._listed);
}
