using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace IntegrationHub.OpenBadges.Canonical;

/// <summary>Strings, numbers and booleans as literals (JSON-LD 1.1 API, Object to RDF Conversion).</summary>
internal static class Literals
{
    private const string Xsd = "http://www.w3.org/2001/XMLSchema#";
    private static readonly byte[] BooleanType = DatatypeSuffix(Xsd + "boolean");
    private static readonly byte[] IntegerType = DatatypeSuffix(Xsd + "integer");
    private static readonly byte[] DoubleType = DatatypeSuffix(Xsd + "double");
    private static readonly byte[] JsonType = DatatypeSuffix("http://www.w3.org/1999/02/22-rdf-syntax-ns#JSON");

    /// <summary>What follows the closing quote of a literal of this datatype; nothing for a plain string.</summary>
    public static byte[] DatatypeSuffix(string datatype) => datatype == Xsd + "string" ? [] : [.. "^^"u8, .. NQuads.Iri(datatype)];

    public static byte[] LanguageSuffix(string language) => Encoding.ASCII.GetBytes($"@{language.ToLowerInvariant()}");

    /// <exception cref="FormatException">There is no canonical form of it.</exception>
    public static RdfTerm Json(JsonElement value) => RdfTerm.FromNQuads(NQuads.Literal(CanonicalJson.Of(value), JsonType));

    /// <param name="value">A string, a number or a boolean.</param>
    /// <param name="suffix">Its datatype or language, or null for the value's own.</param>
    /// <exception cref="FormatException">A number is too large.</exception>
    public static RdfTerm Of(JsonElement value, byte[]? suffix) => RdfTerm.FromNQuads(value.ValueKind switch
    {
        JsonValueKind.String => String(value, suffix),
        JsonValueKind.Number => Number(Numbers.Read(value), suffix),
        _ => NQuads.Quoted(value.ValueKind == JsonValueKind.True ? "true"u8 : "false"u8, suffix ?? BooleanType),
    });

    private static byte[] String(JsonElement value, ReadOnlySpan<byte> suffix)
    {
        var raw = JsonMarshal.GetRawUtf8Value(value)[1..^1];
        return raw.IndexOfAny((byte)'\\', (byte)0x7F) < 0 && Utf8.IsValid(raw)
            ? NQuads.Quoted(raw, suffix)
            : NQuads.Literal(value.GetString()!, suffix);
    }

    private static byte[] Number(double value, byte[]? suffix)
    {
        var isDouble = !Numbers.IsInteger(value) || (suffix is not null && suffix.AsSpan().SequenceEqual(DoubleType));
        return NQuads.Literal(isDouble ? Numbers.Double(value) : Numbers.Integer(value), suffix ?? (isDouble ? DoubleType : IntegerType));
    }
}
