namespace IntegrationHub.OpenBadges.JsonLd.Contexts;

/// <summary>A context cannot be applied; whoever knows the place in the document says where.</summary>
internal sealed class ContextException(string detail, bool isOfProtectedTerm = false) : Exception(detail)
{
    /// <summary>Whether it redefines a term that another one protects; else it has a shape that JSON-LD does not allow there.</summary>
    public bool IsOfProtectedTerm => isOfProtectedTerm;
}
