using System.Globalization;
using System.Text;
using System.Xml.Linq;
using QRCoder;

namespace IntegrationHub.Console.Pictures;

/// <summary>QR codes for pages: black on white whatever the page's colours, with the quiet zone that scanners need.</summary>
public static class QrCode
{
    private static readonly XNamespace Ns = "http://www.w3.org/2000/svg";

    /// <summary>The QR code of an address, as an SVG element to place in a page; no script, no style.</summary>
    /// <param name="address">The absolute address.</param>
    /// <param name="title">What the code is for, in the page's language: it is read to those who do not see it.</param>
    /// <exception cref="ArgumentException">The address is relative.</exception>
    public static string Svg(Uri address, string title)
    {
        if (!address.IsAbsoluteUri)
            throw new ArgumentException("A QR code needs an absolute address.", nameof(address));
        using var data = QRCodeGenerator.GenerateQrCode(address.AbsoluteUri, QRCodeGenerator.ECCLevel.M);
        var size = data.ModuleMatrix.Count;
        return new XElement(
            Ns + "svg",
            new XAttribute("viewBox", $"0 0 {size} {size}"),
            new XAttribute("role", "img"),
            new XAttribute("aria-label", title),
            new XAttribute("shape-rendering", "crispEdges"),
            new XElement(Ns + "title", title),
            new XElement(Ns + "path", new XAttribute("fill", "#fff"), new XAttribute("d", $"M0 0H{size}V{size}H0Z")),
            new XElement(Ns + "path", new XAttribute("fill", "#000"), new XAttribute("d", Dark(data)))
        ).ToString(SaveOptions.DisableFormatting);
    }

    private static string Dark(QRCodeData data)
    {
        var path = new StringBuilder();
        for (var y = 0; y < data.ModuleMatrix.Count; y++)
        {
            var row = data.ModuleMatrix[y];
            for (var x = 0; x < row.Count;)
            {
                var end = x;
                while (end < row.Count && row[end])
                    end++;
                if (end > x)
                    path.Append(CultureInfo.InvariantCulture, $"M{x} {y}H{end}V{y + 1}H{x}Z");
                x = end + 1;
            }
        }
        return path.ToString();
    }
}
