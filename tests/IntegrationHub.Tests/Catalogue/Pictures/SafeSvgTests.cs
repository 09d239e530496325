using System.Text;
using IntegrationHub.Catalogue.Pictures;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Catalogue.Pictures;

public class SafeSvgTests
{
    [Theory]
    [InlineData("""<path d="M0 0H9"/><use href="#a"/><rect id="a" fill="url(#g)" style="fill: url('#g')"/>""")]
    [InlineData("""<style>.a { fill: #123456 }</style><text class="a" x="1" xml:space="preserve">Émoi</text>""")]
    [InlineData("""<image href="data:image/png;base64,iVBORw0KGgo="/>""")]
    [InlineData(
        """<metadata><r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" r:about="https://elsewhere.example.ca/"/></metadata>""")]
    [InlineData("""<g xmlns:i="http://www.inkscape.org/namespaces/inkscape" i:label="Couche"><title>Insigne</title></g>""")]
    public void A_drawing_that_only_draws_is_safe(string content) => SafeSvg.Check(File(content)).ShouldBeEmpty();

    [Theory]
    [InlineData("<script>alert(1)</script>", "svg-element")]
    [InlineData("""<h:script xmlns:h="http://www.w3.org/1999/xhtml">alert(1)</h:script>""", "svg-element")]
    [InlineData("<foreignObject/>", "svg-element")]
    [InlineData("""<a href="#a"><path/></a>""", "svg-element")]
    [InlineData("""<set attributeName="href" to="javascript:alert(1)"/>""", "svg-element")]
    [InlineData("""<animate attributeName="onclick"/>""", "svg-element")]
    [InlineData("""<filter><feImage href="#a"/></filter>""", "svg-element")]
    [InlineData("""<path onclick="alert(1)"/>""", "svg-attribute")]
    [InlineData("""<path ONLOAD="alert(1)"/>""", "svg-attribute")]
    [InlineData("""<g xml:base="https://elsewhere.example.ca/"/>""", "svg-attribute")]
    [InlineData("""<use href="https://elsewhere.example.ca/a.svg#x"/>""", "svg-outside")]
    [InlineData("""<use xmlns:l="http://www.w3.org/1999/xlink" l:href="other.svg#x"/>""", "svg-outside")]
    [InlineData("""<image href="https://elsewhere.example.ca/a.png"/>""", "svg-outside")]
    [InlineData("""<image href="data:image/svg+xml;base64,PHN2Zy8+"/>""", "svg-outside")]
    [InlineData("""<use href="data:image/png;base64,AAAA"/>""", "svg-outside")]
    [InlineData("""<use href="java&#115;cript:alert(1)"/>""", "svg-outside")]
    [InlineData("""<path fill="url(https://elsewhere.example.ca/#g)"/>""", "svg-outside")]
    [InlineData("""<path fill="u\72l(//elsewhere.example.ca/#g)"/>""", "svg-outside")]
    [InlineData("""<path style="fill: URL( 'https://elsewhere.example.ca/#g')"/>""", "svg-outside")]
    [InlineData("<style>@import 'https://elsewhere.example.ca/a.css';</style>", "svg-outside")]
    [InlineData("<style><![CDATA[@font-face { src: url(//elsewhere.example.ca/f) }]]></style>", "svg-outside")]
    [InlineData("""<style>.a { mask: image-set("//elsewhere.example.ca/a" 1x) }</style>""", "svg-outside")]
    [InlineData("<?xml-stylesheet href='https://elsewhere.example.ca/a.css'?>", "svg-instruction")]
    [InlineData("""<g id="a"><use href="#b"/></g><use href="#a"/>""", "svg-use")]
    public void What_runs_or_reaches_out_is_named(string content, string rule)
    {
        var fault = SafeSvg.Check(File(content)).ShouldHaveSingleItem();

        fault.Rule.ShouldBe(rule);
        fault.Line.ShouldBe(2);
        fault.Message.Fr.ShouldNotBe(fault.Message.En);
    }

    [Theory]
    [InlineData("<!DOCTYPE svg [<!ENTITY a 'b'>]><svg xmlns='http://www.w3.org/2000/svg'>&a;</svg>", "svg-xml")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'><path></svg>", "svg-xml")]
    [InlineData("", "svg-xml")]
    [InlineData("GIF89a", "svg-xml")]
    [InlineData("<html xmlns='http://www.w3.org/1999/xhtml'/>", "svg-root")]
    [InlineData("<?xml version='1.0' encoding='iso-2022-jp'?><svg xmlns='http://www.w3.org/2000/svg'/>", "svg-encoding")]
    public void What_is_no_plain_SVG_is_refused(string file, string rule) =>
        SafeSvg.Check(Encoding.UTF8.GetBytes(file)).Select(fault => fault.Rule).ShouldContain(rule);

    [Fact]
    public void Bytes_that_are_not_UTF_8_are_refused() =>
        SafeSvg.Check(Encoding.Unicode.GetBytes("<svg xmlns='http://www.w3.org/2000/svg'>é</svg>\uD800")).ShouldNotBeEmpty();

    private static byte[] File(string content) =>
        Encoding.UTF8.GetBytes($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\">\n{content}\n</svg>");
}
