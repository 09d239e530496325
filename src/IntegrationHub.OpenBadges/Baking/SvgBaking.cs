using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace IntegrationHub.OpenBadges.Baking;

/// <summary>
/// A signed credential in an SVG: one <c>openbadges:credential</c> element, with the JWT in <c>verify</c> or the JSON as CDATA.
/// </summary>
public static class SvgBaking
{
    private static readonly XNamespace OpenBadgesNamespace = "https://purl.imsglobal.org/ob/v3p0";
    private static readonly XName CredentialElement = OpenBadgesNamespace + "credential";

    /// <summary>The picture with the credential in it, in place of any that it held.</summary>
    /// <param name="svg">The picture.</param>
    /// <param name="credential">The signed JSON, or the compact JWT, as UTF-8.</param>
    /// <exception cref="BakingException">The picture is not a sound SVG, or the credential is not text that XML can hold.</exception>
    public static byte[] Bake(ReadOnlyMemory<byte> svg, ReadOnlySpan<byte> credential)
    {
        var root = WellFormed(() => BoundedXml.Load(svg, DoctypeHandling.PassedOver)).Root!;
        if (root.Name.LocalName != "svg")
            throw new BakingException("The file is not an SVG: its root is another element.");
        root.Descendants(CredentialElement).Remove();
        root.SetAttributeValue(XNamespace.Xmlns + "openbadges", OpenBadgesNamespace.NamespaceName);
        var text = Encoding.UTF8.GetString(credential);
        root.AddFirst(new XElement(CredentialElement, text.StartsWith('{') ? new XCData(text) : new XAttribute("verify", text)));
        return Write(root);
    }

    /// <summary>The credential in a picture: signed JSON or a compact JWT, as UTF-8; null where it holds none.</summary>
    /// <exception cref="BakingException">The picture is not a sound SVG, nests too deep, or holds several credentials.</exception>
    public static byte[]? Unbake(ReadOnlyMemory<byte> svg, CancellationToken cancellation = default) => Open(svg, cancellation).Credential;

    internal static Unbaked Open(ReadOnlyMemory<byte> svg, CancellationToken cancellation)
    {
        var unbaking = new SvgUnbaking(CredentialElement);
        WellFormed(() =>
        {
            BoundedXml.Read(svg, DoctypeHandling.PassedOver, unbaking.See, cancellation);
            return true;
        });
        return new(
            unbaking.Credential() is { } credential ? Encoding.UTF8.GetBytes(credential) : null,
            unbaking.HoldsOpenBadges2);
    }

    private static T WellFormed<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (DeepXmlException deep)
        {
            throw new BakingException(deep.Message, deep);
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
            var settings = new XmlWriterSettings { Encoding = new UTF8Encoding(false), NewLineHandling = NewLineHandling.None };
            using (var writer = XmlWriter.Create(baked, settings))
                root.Save(writer);
        }
        catch (ArgumentException unfit)
        {
            throw new BakingException("The credential holds characters that XML cannot.", unfit);
        }
        return baked.ToArray();
    }
}
