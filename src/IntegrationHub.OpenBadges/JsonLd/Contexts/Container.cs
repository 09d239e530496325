namespace IntegrationHub.OpenBadges.JsonLd.Contexts;

/// <summary>How a term holds several values.</summary>
internal enum Container
{
    None,
    Set,
    List,
    Graph,
}
