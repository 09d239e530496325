using System.Collections.Frozen;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace IntegrationHub.Catalogue.Pictures;

/// <summary>The part of SVG 2 that draws and does nothing else, and what drawing programs note beside it.</summary>
internal static partial class SvgVocabulary
{
    public static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private static readonly XNamespace XLink = "http://www.w3.org/1999/xlink";

    private static readonly FrozenSet<string> Elements = FrozenSet.Create(
        "svg",
        "g",
        "defs",
        "title",
        "desc",
        "metadata",
        "style",
        "symbol",
        "use",
        "image",
        "path",
        "rect",
        "circle",
        "ellipse",
        "line",
        "polyline",
        "polygon",
        "text",
        "tspan",
        "textPath",
        "linearGradient",
        "radialGradient",
        "stop",
        "pattern",
        "clipPath",
        "mask",
        "marker",
        "filter",
        "feBlend",
        "feColorMatrix",
        "feComponentTransfer",
        "feComposite",
        "feConvolveMatrix",
        "feDiffuseLighting",
        "feDisplacementMap",
        "feDistantLight",
        "feDropShadow",
        "feFlood",
        "feFuncA",
        "feFuncB",
        "feFuncG",
        "feFuncR",
        "feGaussianBlur",
        "feMerge",
        "feMergeNode",
        "feMorphology",
        "feOffset",
        "fePointLight",
        "feSpecularLighting",
        "feSpotLight",
        "feTile",
        "feTurbulence");


    private static readonly FrozenSet<XNamespace> Notes = FrozenSet.Create<XNamespace>(
        "http://www.inkscape.org/namespaces/inkscape", "http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd",
        "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "http://creativecommons.org/ns#", "http://purl.org/dc/elements/1.1/");

    public static bool Allows(XName element) =>
        element.Namespace == Svg ? Elements.Contains(element.LocalName) : Notes.Contains(element.Namespace);

    public static bool Allows(XAttribute attribute) =>
        attribute.Name.Namespace == XNamespace.None ? attribute.Name.LocalName is not "src"
        : attribute.Name.Namespace == XNamespace.Xml ? attribute.Name.LocalName is "lang" or "space" or "id"
        : attribute.Name.Namespace == XLink || Notes.Contains(attribute.Name.Namespace);

    /// <summary>What an element refers to by <c>href</c>.</summary>
    public static string? Reference(XElement element) => (string?)(element.Attribute("href") ?? element.Attribute(XLink + "href"));

    public static bool StaysInside(XElement element, XAttribute attribute)
    {
        if (Notes.Contains(attribute.Name.Namespace) || Notes.Contains(element.Name.Namespace))
            return true;
        if (attribute.Name.LocalName == "href")
            return attribute.Value.StartsWith('#') || (element.Name == Svg + "image" && EmbeddedPicture().IsMatch(attribute.Value));
        return attribute.Name.LocalName == "style" ? IsSafeStyle(attribute.Value) : !ReachesOut().IsMatch(attribute.Value);
    }

    /// <summary>No rule that imports, no escape that could hide one.</summary>
    public static bool IsSafeStyle(string css) => !css.Contains('@') && !ReachesOut().IsMatch(css);

    [GeneratedRegex("""^data:image/(png|jpeg);base64,[A-Za-z0-9+/=\s]+$""")]
    private static partial Regex EmbeddedPicture();

    [GeneratedRegex("""\\|url\((?!\s*["']?#)|(image-set|image|src)\(""", RegexOptions.IgnoreCase)]
    private static partial Regex ReachesOut();
}
