using System.Text;
using System.Xml.Linq;
using IntegrationHub.OpenBadges;
using IntegrationHub.OpenBadges.Baking;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.OpenBadges.Baking;

public sealed class SvgBakingTests
{
    private static readonly XNamespace OpenBadgesNamespace = "https://purl.imsglobal.org/ob/v3p0";

    [Theory]
    [InlineData("""{"name":"Œuvre d’été ® & <b>"}""")]
    [InlineData("""{"name":"ᐃᓄᒃᑎᑐᑦ — شهادة"}""")]
    [InlineData("""{"a":[[1]],"b":"]]>","c":"]]]]>>"}""")]
    [InlineData("eyJhbGciOiJSUzI1NiJ9.e30.c2ln")]
    public void What_is_baked_comes_out_again(string credential) => Unbaked(Bake(Pictures.Svg, credential)).ShouldBe(credential);

    [Fact]
    public void Json_stands_as_text_of_the_element_and_a_jwt_in_verify()
    {
        Element(Bake(Pictures.Svg, "{}")).ShouldBe(new XElement(OpenBadgesNamespace + "credential", "{}"), XNode.EqualityComparer);
        Element(Bake(Pictures.Svg, "eyJh.e30.c2ln")).Attribute("verify")!.Value.ShouldBe("eyJh.e30.c2ln");
    }

    [Fact]
    public void Baking_again_replaces_the_credential() => Unbaked(Bake(Bake(Pictures.Svg, "{\"a\":1}"), "{\"b\":2}")).ShouldBe("{\"b\":2}");

    [Fact]
    public void The_drawing_is_untouched() => Bake(Pictures.Svg, "{}").ShouldContain("""<title>Œuvre ᐃᓄᒃ</title><circle r="4" /></svg>""");

    [Fact]
    public void A_plain_picture_holds_no_credential() => SvgBaking.Unbake(Encoding.UTF8.GetBytes(Pictures.Svg)).ShouldBeNull();

    [Theory]
    [InlineData("<svg>", "well-formed")]
    [InlineData("<html/>", "root")]
    [InlineData("""<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/hostname">]><svg>&x;</svg>""", "well-formed")]
    [InlineData("""<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]><svg>&b;&b;</svg>""", "well-formed")]
    public void A_file_that_is_not_a_sound_svg_is_refused(string file, string why) =>
        Should.Throw<BakingException>(() => SvgBaking.Unbake(Encoding.UTF8.GetBytes(file))).Message.ShouldContain(why);

    [Theory]
    [InlineData("""<x:credential verify="a.b.c"><![CDATA[{"a":1}]]></x:credential>""", false)]
    [InlineData("""<x:credential verify="a.b.c">  </x:credential>""", true)]
    public void A_credential_in_both_places_is_two_credentials(string element, bool sound)
    {
        var picture = Encoding.UTF8.GetBytes(
            $"""<svg xmlns="http://www.w3.org/2000/svg" xmlns:x="https://purl.imsglobal.org/ob/v3p0">{element}</svg>""");
        if (sound)
            Encoding.UTF8.GetString(SvgBaking.Unbake(picture).ShouldNotBeNull()).ShouldBe("a.b.c");
        else
            Should.Throw<BakingException>(() => SvgBaking.Unbake(picture)).Message.ShouldContain("more than one");
    }

    [Fact]
    public void A_credential_that_xml_cannot_hold_is_refused() =>
        Should.Throw<BakingException>(() => Bake(Pictures.Svg, "{\"a\":\"\uFFFE\"}"));


    [Theory]
    [InlineData("simple-json.svg", BadgeFileKind.Json)]
    [InlineData("simple-jwt.svg", BadgeFileKind.Jwt)]
    [InlineData("simple-jwt_v1.svg", BadgeFileKind.Jwt)]
    public void Published_baked_pictures_are_read(string name, BadgeFileKind kind)
    {
        var file = BadgeFile.Open(Published.Bytes($"1edtech-validator/ob30/{name}"));

        file.File.ShouldBe(BadgeFileKind.Svg);
        file.Kind.ShouldBe(kind);
    }

    private static string Bake(string svg, string credential) =>
        Encoding.UTF8.GetString(SvgBaking.Bake(Encoding.UTF8.GetBytes(svg), Encoding.UTF8.GetBytes(credential)));

    private static string Unbaked(string svg) => Encoding.UTF8.GetString(SvgBaking.Unbake(Encoding.UTF8.GetBytes(svg)).ShouldNotBeNull());

    private static XElement Element(string svg)
    {
        var element = BoundedXml.Load(svg).Root!.Element(OpenBadgesNamespace + "credential").ShouldNotBeNull();
        return element.HasAttributes ? element : new(element.Name, element.Value);
    }
}
