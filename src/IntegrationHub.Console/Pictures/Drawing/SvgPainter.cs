using System.Globalization;
using System.Text;
using System.Xml;

namespace IntegrationHub.Console.Pictures.Drawing;

/// <summary>Draws marks as an SVG that says in words what it shows.</summary>
internal static class SvgPainter
{
    private const string Svg = "http://www.w3.org/2000/svg";
    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(false), OmitXmlDeclaration = true };

    public static byte[] Paint(IReadOnlyList<Mark> marks, double extent, Words words)
    {
        using var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, Settings))
        {
            xml.WriteStartElement("svg", Svg);
            xml.WriteAttributeString("viewBox", string.Create(CultureInfo.InvariantCulture, $"0 0 {extent} {extent}"));
            xml.WriteAttributeString("role", "img");
            xml.WriteAttributeString("aria-label", words.Title);
            xml.WriteAttributeString("lang", words.TitleLanguage);
            xml.WriteElementString("title", Svg, words.Title);
            xml.WriteStartElement("desc", Svg);
            xml.WriteAttributeString("lang", words.DescriptionLanguage);
            xml.WriteString(words.Description);
            xml.WriteEndElement();
            foreach (var mark in marks)
                Write(xml, mark);
            xml.WriteEndElement();
        }
        return stream.ToArray();
    }

    private static void Write(XmlWriter xml, Mark mark)
    {
        xml.WriteStartElement("path", Svg);
        if (mark.LineWidth is { } width)
        {
            xml.WriteAttributeString("fill", "none");
            xml.WriteAttributeString("stroke", mark.Colour.ToString());
            xml.WriteAttributeString("stroke-width", width.ToString(CultureInfo.InvariantCulture));
            xml.WriteAttributeString("stroke-linejoin", "round");
        }
        else
            xml.WriteAttributeString("fill", mark.Colour.ToString());
        xml.WriteAttributeString("d", mark.PathData);
        xml.WriteEndElement();
    }

    /// <summary>What the picture says to someone who does not see it.</summary>
    internal sealed record Words(string Title, string TitleLanguage, string Description, string DescriptionLanguage);
}
