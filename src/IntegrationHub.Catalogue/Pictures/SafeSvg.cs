using System.Text;
using System.Xml;
using System.Xml.Linq;
using IntegrationHub.Core.Model.MicroCredentials;
using IntegrationHub.OpenBadges;

namespace IntegrationHub.Catalogue.Pictures;

/// <summary>
/// Says whether an SVG can be served to anyone: nothing in it runs, and nothing is fetched from elsewhere. Only what is known to be
/// harmless is let through; all else is named and refused, never mended, so that the design stays what its author made.
/// </summary>
internal static class SafeSvg
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Checks an SVG file.</summary>
    /// <param name="file">The file, in UTF-8.</param>
    /// <returns>What is wrong with it; empty where it is safe.</returns>
    public static IReadOnlyList<PictureFault> Check(ReadOnlySpan<byte> file)
    {
        try
        {
            return Check(BoundedXml.Load(Utf8.GetString(file).TrimStart('\uFEFF')));
        }
        catch (DecoderFallbackException)
        {
            return [NotUtf8()];
        }
        catch (DeepXmlException deep)
        {
            return
            [
                Fault(
                    deep.LineNumber,
                    "svg-depth",
                    $"Les éléments sont imbriqués sur plus de {BoundedXml.Deepest} niveaux\u00a0: "
                        + "dissociez des groupes dans le logiciel de dessin.",
                    $"Elements nest more than {BoundedXml.Deepest} levels deep: ungroup some in the drawing program."),
            ];
        }
        catch (XmlException malformed)
        {
            return
            [
                new(
                    malformed.LineNumber,
                    "svg-xml",
                    new(
                        "Le fichier n’est pas du XML bien formé et sans DOCTYPE\u00a0: exportez-le en «\u00a0SVG simple\u00a0».",
                        "The file is not well-formed XML without a DOCTYPE: export it as “plain SVG”.")),
            ];
        }
    }

    private static List<PictureFault> Check(XDocument document)
    {
        var faults = new List<PictureFault>();
        if (document.Declaration?.Encoding is { Length: > 0 } encoding && !encoding.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
            faults.Add(NotUtf8());
        if (document.Root!.Name != SvgVocabulary.Svg + "svg")
            faults.Add(
                Fault(document.Root, "svg-root", "L’élément racine n’est pas un «\u00a0svg\u00a0».", "The root element is not an “svg”."));
        foreach (var instruction in document.DescendantNodes().OfType<XProcessingInstruction>())
            faults.Add(
                Fault(
                    instruction,
                    "svg-instruction",
                    "Une instruction de traitement (une feuille de style, par exemple) n’est pas permise.",
                    "A processing instruction (such as a style sheet) is not allowed."));
        foreach (var element in document.Descendants())
        {
            CheckElement(element, faults);
            foreach (var attribute in element.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration))
                CheckAttribute(element, attribute, faults);
        }
        CheckUses(document, faults);
        return faults;
    }

    private static void CheckElement(XElement element, List<PictureFault> faults)
    {
        if (!SvgVocabulary.Allows(element.Name))
            faults.Add(
                Fault(
                    element,
                    "svg-element",
                    $"L’élément «\u00a0{element.Name.LocalName}\u00a0» n’est pas permis.",
                    $"The element “{element.Name.LocalName}” is not allowed."));
        else if (element.Name == SvgVocabulary.Svg + "style" && !SvgVocabulary.IsSafeStyle(element.Value))
            faults.Add(Outside(element, "style"));
    }

    private static void CheckAttribute(XElement element, XAttribute attribute, List<PictureFault> faults)
    {
        var name = attribute.Name.LocalName;
        if (name.StartsWith("on", StringComparison.OrdinalIgnoreCase) || !SvgVocabulary.Allows(attribute))
            faults.Add(
                Fault(
                    attribute,
                    "svg-attribute",
                    $"L’attribut «\u00a0{name}\u00a0» n’est pas permis.",
                    $"The attribute “{name}” is not allowed."));
        else if (!SvgVocabulary.StaysInside(element, attribute))
            faults.Add(Outside(attribute, name));
    }

    /// <summary>A “use” of something that itself uses could multiply a few lines into millions of shapes.</summary>
    private static void CheckUses(XDocument document, List<PictureFault> faults)
    {
        var use = SvgVocabulary.Svg + "use";
        var busy = document
            .Descendants(use)
            .SelectMany(inner => inner.AncestorsAndSelf())
            .Distinct()
            .Select(element => (string?)element.Attribute("id"))
            .Where(id => id is not null)
            .ToHashSet();
        foreach (
            var outer in document.Descendants(use).Where(outer => SvgVocabulary.Reference(outer) is ['#', .. var id] && busy.Contains(id)))
            faults.Add(
                Fault(
                    outer,
                    "svg-use",
                    "Un «\u00a0use\u00a0» renvoie à un élément qui contient lui-même un «\u00a0use\u00a0».",
                    "A “use” refers to an element that itself contains a “use”."));
    }

    private static PictureFault NotUtf8() => new(1, "svg-encoding", new("Le fichier n’est pas en UTF-8.", "The file is not in UTF-8."));

    private static PictureFault Outside(XObject place, string name) =>
        Fault(
            place,
            "svg-outside",
            $"«\u00a0{name}\u00a0» renvoie hors du fichier\u00a0: "
                + "seuls «\u00a0#…\u00a0» et les images PNG ou JPEG incorporées sont permis.",
            $"“{name}” refers to something outside the file: only “#…” and embedded PNG or JPEG pictures are allowed.");

    private static PictureFault Fault(IXmlLineInfo place, string rule, string fr, string en) => Fault(place.LineNumber, rule, fr, en);

    private static PictureFault Fault(int line, string rule, string fr, string en) => new(line, rule, new BilingualText(fr, en));
}
