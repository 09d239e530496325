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

    /// <summary>Why a document cannot be part of another one: with it, the other could not be signed. Null where it can.</summary>
    /// <param name="part">A document with contexts of its own.</param>
    /// <param name="contexts">The contexts of the whole, which hold in its parts too.</param>
    public static JsonLdException? WhyNotWithin(JsonElement part, IEnumerable<string> contexts)
    {
        var own = part.ValueKind == JsonValueKind.Object ? part.All("@context") : [];
        try
        {
            Expander.Expand(part, JsonSerializer.SerializeToElement<object[]>([.. contexts, .. own]), root: "", leaveOut: "@context");
            return null;
        }
        catch (JsonLdException unsignable)
        {
            return unsignable;
        }
    }

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
