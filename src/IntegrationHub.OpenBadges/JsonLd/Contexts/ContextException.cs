namespace IntegrationHub.OpenBadges.JsonLd.Contexts;

/// <summary>A context cannot be applied; whoever knows the place in the document says where.</summary>
internal sealed class ContextException(JsonLdFault fault, string detail) : Exception(detail)
{
    public JsonLdFault Fault => fault;
}
