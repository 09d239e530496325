using System.Text.Json;
using System.Text.Json.Nodes;

namespace IntegrationHub.OpenBadges.JsonLd;

/// <summary>
/// The terms of Comprehensive Learner Record 2.0, which no package publishes. The prefix xsd is used without being
/// defined, so the datatype stays <c>xsd:anyURI</c> as written: the standard's own test vector has it so.
/// </summary>
internal static class ClrContext
{
    private const string Vocabulary = "https://purl.imsglobal.org/spec/vc/clr/vocab.html#";

    /// <summary>The context at <c>context.json</c>.</summary>
    public static JsonElement First { get; } = Context(
        credential: Scope(),
        subject: Subject("https://purl.imsglobal.org/spec/ob/v3p0/vocab.html#"));

    /// <summary>The context at <c>context-2.0.1.json</c>: adds <c>partial</c> and <c>identifier</c>.</summary>
    public static JsonElement Revised { get; } = Context(
        credential: Scope(("partial", Term("partial", "xsd:boolean"))),
        subject: Subject(
            "https://purl.imsglobal.org/spec/vc/ob/vocab.html#",
            ("identifier", Term("identifier-1", "obi:Identifier", isSet: true))));

    private static JsonElement Context(JsonObject credential, JsonObject subject) => JsonSerializer.SerializeToElement<JsonNode>(Scope(
        ("ClrCredential", Term("ClrCredential", scoped: credential)),
        ("ClrSubject", Term("ClrSubject", scoped: subject)),
        ("Association", Term("Association", scoped: new JsonObject
        {
            ["associationType"] = Term("AssociationType"),
            ["sourceId"] = Term("sourceId", "xsd:anyURI"),
            ["targetId"] = Term("targetId", "xsd:anyURI"),
        }))));

    private static JsonObject Subject(string openBadges, params (string Name, JsonNode Definition)[] more) => Scope(
    [
        ("cred", "https://www.w3.org/2018/credentials#"),
        ("obi", openBadges),
        ("achievement", Term("achievement", "obi:Achievement", isSet: true)),
        ("association", Term("association", Vocabulary + "Association", isSet: true)),
        ("verifiableCredential", Term("verifiableCredential", "cred:verifiableCredential", isSet: true)),
        .. more,
    ]);

    private static JsonObject Scope(params (string Name, JsonNode Definition)[] terms)
    {
        var scope = new JsonObject { ["id"] = "@id", ["type"] = "@type" };
        foreach (var (name, definition) in terms)
            scope[name] = definition;
        return scope;
    }

    private static JsonObject Term(string name, string? type = null, bool isSet = false, JsonObject? scoped = null)
    {
        var term = new JsonObject { ["@id"] = Vocabulary + name };
        if (type is not null)
            term["@type"] = type;
        if (isSet)
            term["@container"] = "@set";
        if (scoped is not null)
            term["@context"] = scoped;
        return term;
    }
}
