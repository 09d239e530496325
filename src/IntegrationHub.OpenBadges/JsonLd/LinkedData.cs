using System.Text.Json;
using IntegrationHub.OpenBadges.Canonical;

namespace IntegrationHub.OpenBadges.JsonLd;

/// <summary>What a JSON-LD document states, in the one form that is signed.</summary>
public static class LinkedData
{
    /// <summary>Expands a document under its own contexts and puts its statements in canonical form (RDFC-1.0).</summary>
    /// <exception cref="JsonLdException">Something in it cannot be expressed as statements.</exception>
    /// <exception cref="PoisonGraphException">Its blank nodes cannot be told apart in reasonable time.</exception>
    public static CanonicalQuads Canonicalize(JsonElement document) => Canonicalize(document, Context(document), "", leaveOut: "@context");

    /// <param name="node">The object to read.</param>
    /// <param name="context">The contexts to read it under.</param>
    /// <param name="root">Where it stands in the document.</param>
    /// <param name="leaveOut">A member that is not read.</param>
    /// <param name="steps">The work allowed for it.</param>
    internal static CanonicalQuads Canonicalize(JsonElement node, JsonElement context, string root, string leaveOut, Steps? steps = null) =>
        Canonicalizer.Canonicalize(Expander.Expand(node, context, root, leaveOut), steps);

    /// <summary>The <c>@context</c> of a document; undefined where it has none.</summary>
    internal static JsonElement Context(JsonElement document) =>
        document.ValueKind == JsonValueKind.Object && document.TryGetProperty("@context", out var context) ? context : default;
}
