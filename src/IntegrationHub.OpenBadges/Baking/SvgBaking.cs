using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace IntegrationHub.OpenBadges.Baking;

/// <summary>A signed credential in an SVG: one <c>openbadges:credential</c> element, with the JWT in <c>verify</c> or the JSON as CDATA.</summary>
public static class SvgBaking
{
    private const int MostCharacters = 8 * 1024 * 1024;
    private static readonly XNamespace s_openBadges = "https://purl.imsglobal.org/ob/v3p0";
    private static readonly XName s_credential = s_openBadges + "credential";

    /// <summary>The picture with the credential in it, in place of any that it held.</summary>
    /// <param name="svg">The picture.</param>
    /// <param name="credential">The signed JSON, or the compact JWT, as UTF-8.</param>
    /// <exception cref="BakingException">The picture is not a sound SVG, or the credential is not text that XML can hold.</exception>
    public static byte[] Bake(ReadOnlyMemory<byte> svg, ReadOnlySpan<byte> credential)
    {
        var root = Read(svg);
        root.Descendants(s_credential).Remove();
        root.SetAttributeValue(XNamespace.Xmlns + "openbadges", s_openBadges.NamespaceName);
        var text = Encoding.UTF8.GetString(credential);
        root.AddFirst(new XElement(s_credential, text.StartsWith('{') ? new XCData(text) : new XAttribute("verify", text)));
        return Write(root);
    }

    /// <summary>The credential in a picture: signed JSON or a compact JWT, as UTF-8; null where it holds none.</summary>
    /// <exception cref="BakingException">The picture is not a sound SVG, or holds several credentials.</exception>
    public static byte[]? Unbake(ReadOnlyMemory<byte> svg) => Read(svg).Descendants(s_credential).ToList() switch
    {
        [] => null,
        [var one] when one.Attribute("verify") is not null && !string.IsNullOrWhiteSpace(one.Value) => throw new BakingException("The picture holds more than one credential: in verify and as text."),
        [var one] => Encoding.UTF8.GetBytes((string?)one.Attribute("verify") ?? one.Value.Trim()),
        _ => throw new BakingException("The picture holds more than one credential."),
    };

    private static XElement Read(ReadOnlyMemory<byte> svg)
    {
        // A document type is passed over, never processed: pictures that carry one are common, entities are not expanded.
        var safely = new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, MaxCharactersInDocument = MostCharacters };
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(svg.ToArray()), safely);
            return XDocument.Load(reader, LoadOptions.PreserveWhitespace).Root is { Name.LocalName: "svg" } root
                ? root
                : throw new BakingException("The file is not an SVG: its root is another element.");
        }
        catch (XmlException broken)
        {
            throw new BakingException("The file is not well-formed XML.", broken);
        }
    }

    private static byte[] Write(XElement root)
    {
        using var baked = new MemoryStream();
        try
        {
            using (var writer = XmlWriter.Create(baked, new() { Encoding = new UTF8Encoding(false), NewLineHandling = NewLineHandling.None }))
                root.Save(writer);
        }
        catch (ArgumentException unfit)
        {
            throw new BakingException("The credential holds characters that XML cannot.", unfit);
        }
        return baked.ToArray();
    }
}
