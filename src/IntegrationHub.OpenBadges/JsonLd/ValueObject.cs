using System.Text.Json;
using System.Text.RegularExpressions;
using IntegrationHub.OpenBadges.Canonical;
using IntegrationHub.OpenBadges.JsonLd.Contexts;

namespace IntegrationHub.OpenBadges.JsonLd;

/// <summary>A literal written out as an object: <c>@value</c> with <c>@type</c> or <c>@language</c>.</summary>
internal static partial class ValueObject
{
    public static RdfTerm Read(NodeObject value, Location at)
    {
        JsonElement text = default, type = default, language = default;
        foreach (var member in value.Members)
            switch (member.Keyword)
            {
                case Keyword.Value:
                    text = member.Value;
                    break;
                case Keyword.Type:
                    type = member.Value;
                    break;
                case Keyword.Language:
                    language = member.Value;
                    break;
                case Keyword.Direction:
                    throw at.Fault(JsonLdFault.DroppedValue, "A text direction would not be signed");
                case Keyword.Context:
                    break;
                default:
                    throw at.Fault(JsonLdFault.InvalidValue, $"{member.Name} may not stand beside @value");
            }

        return Literal(value, text, type, language, at);
    }

    private static RdfTerm Literal(NodeObject value, JsonElement text, JsonElement type, JsonElement language, Location at)
    {
        if (type.ValueKind == JsonValueKind.String && type.ValueEquals("@json"))
            return Literals.Json(text);
        if (text.ValueKind == JsonValueKind.Null)
            throw at.Fault(JsonLdFault.DroppedValue, "A null value would not be signed");
        if (text.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
            throw at.Fault(JsonLdFault.InvalidValue, "@value must be a string, a number or a boolean");
        return (type.ValueKind, language.ValueKind) switch
        {
            (JsonValueKind.Undefined, JsonValueKind.Undefined) => Literals.Of(text, text.ValueKind == JsonValueKind.String ? [] : null),
            (JsonValueKind.String, JsonValueKind.Undefined) => Literals.Of(text, Datatype(value, type.GetString()!, at)),
            (JsonValueKind.Undefined, JsonValueKind.String)
                when text.ValueKind == JsonValueKind.String && LanguageTag().IsMatch(language.GetString()!) =>
                Literals.Of(text, Literals.LanguageSuffix(language.GetString()!)),
            _ => throw at.Fault(JsonLdFault.InvalidValue, "@value takes either one @type or, if a string, one well-formed @language"),
        };
    }

    private static byte[] Datatype(NodeObject value, string type, Location at) =>
        Iris.Expand(type, value.Types.Terms, vocabulary: true) is { } iri && !iri.StartsWith("_:", StringComparison.Ordinal)
            ? Literals.DatatypeSuffix(iri)
            : throw at.Fault(JsonLdFault.RelativeIri, "The type of a value must be an absolute IRI");

    [GeneratedRegex("^[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*\\z", RegexOptions.CultureInvariant)]
    private static partial Regex LanguageTag();
}
