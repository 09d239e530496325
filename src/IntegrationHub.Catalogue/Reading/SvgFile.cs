using System.Text.RegularExpressions;
using System.Xml;

namespace IntegrationHub.Catalogue.Reading;

/// <summary>Looks through an SVG: it is shown on public pages, so nothing in it may run or fetch.</summary>
internal static partial class SvgFile
{
    private const string Namespace = "http://www.w3.org/2000/svg";

    private static readonly XmlReaderSettings Closed = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    public static PictureState Check(ReadOnlyMemory<byte> file)
    {
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(file.ToArray()), Closed);
            if (reader.MoveToContent() != XmlNodeType.Element || reader.LocalName != "svg" || reader.NamespaceURI != Namespace)
                return PictureState.Unreadable;
            var isUnsafe = false;
            do
            {
                isUnsafe |= IsUnsafe(reader);
            }
            while (reader.Read());

            return isUnsafe ? PictureState.Unsafe : PictureState.Good;
        }
        catch (XmlException)
        {
            return PictureState.Unreadable;
        }
    }

    private static bool IsUnsafe(XmlReader reader)
    {
        switch (reader.NodeType)
        {
            case XmlNodeType.ProcessingInstruction:
                return true;
            case XmlNodeType.Text or XmlNodeType.CDATA:
                return Fetches().IsMatch(reader.Value);
            case XmlNodeType.Element:
                var isUnsafe = reader.LocalName.ToUpperInvariant() is "SCRIPT" or "FOREIGNOBJECT" or "IFRAME" or "EMBED" or "OBJECT" or "HANDLER";
                while (reader.MoveToNextAttribute())
                    isUnsafe |= IsUnsafe(reader.LocalName, reader.Value);
                reader.MoveToElement();
                return isUnsafe;
            default:
                return false;
        }
    }

    private static bool IsUnsafe(string attribute, string value) =>
        attribute.StartsWith("on", StringComparison.OrdinalIgnoreCase)
        || (attribute is "href" or "src" && !Inside().IsMatch(value))
        || (attribute == "attributeName" && (value.EndsWith("href", StringComparison.OrdinalIgnoreCase) || value.StartsWith("on", StringComparison.OrdinalIgnoreCase)))
        || Fetches().IsMatch(value);

    [GeneratedRegex(@"^\s*(#|data:image/(png|jpeg);)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Inside();

    [GeneratedRegex("""@import|url\(\s*["']?\s*(?!#|data:image/(png|jpeg);|["'\s])|\\""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Fetches();
}
