using System.Xml;
using System.Xml.Linq;

namespace IntegrationHub.OpenBadges;

/// <summary>
/// The one way in which XML that others wrote is read. A tree takes time with the square of its depth, so depth and size are
/// counted on the reader before any is built; nothing is fetched, no entity expanded.
/// </summary>
public static class BoundedXml
{
    /// <summary>How deep elements may nest.</summary>
    public const int Deepest = 64;

    /// <summary>Most characters of a document.</summary>
    public const int Longest = 8 * 1024 * 1024;

    /// <summary>Goes through a document node by node; no tree is built.</summary>
    /// <param name="xml">The document.</param>
    /// <param name="doctype">Whether a document type is refused or passed over. It is never processed.</param>
    /// <param name="node">Sees the reader at each node.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="DeepXmlException">Its elements nest deeper than <see cref="Deepest"/>.</exception>
    /// <exception cref="XmlException">It is not well-formed or too long, has a document type that is refused, or makes use of
    /// one.</exception>
    public static void Read(
        ReadOnlyMemory<byte> xml, DoctypeHandling doctype, Action<XmlReader> node, CancellationToken cancellation = default)
    {
        using var reader = Bytes(xml, doctype);
        Read(reader, node, cancellation);
    }

    /// <summary>A document as a tree.</summary>
    /// <inheritdoc cref="Read(ReadOnlyMemory{byte}, DoctypeHandling, Action{XmlReader}, CancellationToken)"/>
    public static XDocument Load(ReadOnlyMemory<byte> xml, DoctypeHandling doctype) =>
        Load(() => Bytes(xml, doctype), LoadOptions.PreserveWhitespace);

    /// <summary>A document as a tree whose nodes know their lines; a document type is refused.</summary>
    /// <inheritdoc cref="Read(ReadOnlyMemory{byte}, DoctypeHandling, Action{XmlReader}, CancellationToken)"/>
    public static XDocument Load(string xml) =>
        Load(() => XmlReader.Create(new StringReader(xml), Settings(DoctypeHandling.Refused)), LoadOptions.SetLineInfo);

    private static XDocument Load(Func<XmlReader> open, LoadOptions options)
    {
        using (var bounded = open())
            Read(bounded, _ => { }, default);
        using var reader = open();
#pragma warning disable RS0030 // Here, and nowhere else: its bounds have just been counted.
        return XDocument.Load(reader, options);
#pragma warning restore RS0030
    }

    private static void Read(XmlReader reader, Action<XmlReader> node, CancellationToken cancellation)
    {
        while (reader.Read())
        {
            cancellation.ThrowIfCancellationRequested();
            if (reader.NodeType == XmlNodeType.Element && reader.Depth >= Deepest)
                throw new DeepXmlException(reader as IXmlLineInfo);
            node(reader);
        }
    }

    private static XmlReader Bytes(ReadOnlyMemory<byte> xml, DoctypeHandling doctype) =>
        XmlReader.Create(new MemoryStream(xml.ToArray()), Settings(doctype));

    private static XmlReaderSettings Settings(DoctypeHandling doctype) => new()
    {
        DtdProcessing = doctype == DoctypeHandling.Refused ? DtdProcessing.Prohibit : DtdProcessing.Ignore,
        XmlResolver = null,
        MaxCharactersInDocument = Longest,
    };
}

/// <summary>How a document type (DOCTYPE) is treated. It is never processed.</summary>
public enum DoctypeHandling
{
    /// <summary>The document is refused.</summary>
    Refused,

    /// <summary>It is passed over: drawing programs write one, and it says nothing that is needed.</summary>
    PassedOver,
}

/// <summary>XML whose elements nest deeper than <see cref="BoundedXml.Deepest"/>.</summary>
public sealed class DeepXmlException : XmlException
{
    internal DeepXmlException(IXmlLineInfo? place)
        : base($"Elements nest deeper than {BoundedXml.Deepest}.", null, place?.LineNumber ?? 0, place?.LinePosition ?? 0)
    {
    }
}
