using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace IntegrationHub.OpenBadges.Baking;

/// <summary>Finds the credential of a picture while a reader goes through it.</summary>
internal sealed class SvgUnbaking(XName credential)
{
    private readonly StringBuilder _text = new();
    private string? _verify;
    private bool _isFound;
    private bool _isInside;
    private bool _hasRoot;
    private int _depth;

    /// <summary>Whether an assertion of Open Badges 1 or 2 was seen.</summary>
    public bool HoldsOpenBadges2 { get; private set; }

    /// <summary>The credential, or null where there was none.</summary>
    /// <exception cref="BakingException">There were two.</exception>
    public string? Credential()
    {
        var text = _text.ToString().Trim();
        return _verify is not null && text.Length > 0
            ? throw new BakingException("The picture holds more than one credential: in verify and as text.")
            : _isFound ? _verify ?? text : null;
    }

    /// <exception cref="BakingException">The root is no SVG, or this is a second credential.</exception>
    public void See(XmlReader node)
    {
        if (node.NodeType == XmlNodeType.Element)
            Begin(node);
        else if (node.NodeType == XmlNodeType.EndElement && node.Depth == _depth)
            _isInside = false;
        else if (_isInside
            && node.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace)
            _text.Append(node.Value);
    }

    private void Begin(XmlReader element)
    {
        if (!_hasRoot && element.LocalName != "svg")
            throw new BakingException("The file is not an SVG: its root is another element.");
        _hasRoot = true;
        HoldsOpenBadges2 |= element is { LocalName: "assertion", NamespaceURI: "http://openbadges.org" };
        if (element.LocalName != credential.LocalName || element.NamespaceURI != credential.NamespaceName)
            return;
        if (_isFound)
            throw new BakingException("The picture holds more than one credential.");
        (_isFound, _isInside, _depth, _verify) = (true, !element.IsEmptyElement, element.Depth, element.GetAttribute("verify"));
    }
}
