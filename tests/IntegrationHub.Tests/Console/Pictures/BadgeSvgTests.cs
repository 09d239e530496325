using System.Text;
using System.Xml.Linq;
using IntegrationHub.Catalogue.Pictures;
using IntegrationHub.Console.Pictures;
using IntegrationHub.OpenBadges;
using IntegrationHub.OpenBadges.Baking;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Console.Pictures;

public class BadgeSvgTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Theory]
    [InlineData(Faces.French, "fr", "Insigne numérique")]
    [InlineData("Water <treatment> & \"more\"", "en-CA", "Digital badge")]
    [InlineData(Faces.Syllabics, "iu", "Digital badge")]
    [InlineData(Faces.Arabic, "ar", "Digital badge")]
    public void It_says_in_words_what_it_shows(string title, string language, string description)
    {
        var svg = Read(Faces.Titled(title, language));

        ((string?)svg.Attribute("role")).ShouldBe("img");
        ((string?)svg.Attribute("aria-label")).ShouldBe(title);
        svg.Element(Svg + "title")!.Value.ShouldBe(title);
        svg.Element(Svg + "desc")!.Value.ShouldStartWith(description);
        svg.Element(Svg + "desc")!.Value.ShouldContain("Collège du Lac-Nord");
    }

    [Fact]
    public void It_needs_no_font_of_the_machine() =>
        Read(Faces.Titled(Faces.French)).Descendants().Select(element => element.Name.LocalName).Distinct()
            .ShouldBe(["title", "desc", "path"], ignoreOrder: true);

    [Fact]
    public void It_passes_the_check_of_uploaded_designs() =>
        SafeSvg.Check(BadgePicture.Svg(Faces.Titled(Faces.Arabic, "ar"))).ShouldBeEmpty();

    [Fact]
    public void A_credential_can_be_baked_into_it() =>
        SvgBaking.Unbake(SvgBaking.Bake(BadgePicture.Svg(Faces.Titled(Faces.French)), "a.b.c"u8)).ShouldBe("a.b.c"u8.ToArray());

    [Fact]
    public void Characters_that_XML_cannot_hold_are_left_out() =>
        Read(Faces.Titled("A\0B\u0008C \uFFFE\u2028 D\n")).Element(Svg + "title")!.Value.ShouldBe("A B C D");

    [Fact]
    public void The_same_face_gives_the_same_bytes() =>
        BadgePicture.Svg(Faces.Titled(Faces.French)).ShouldBe(BadgePicture.Svg(Faces.Titled(Faces.French)));

    [Theory]
    [InlineData("#0b5c8a", "#ffffff", "#ffffff")]
    [InlineData("#0b5c8a", "#003366", "#ffffff")]
    [InlineData("#f4e7c5", "#ffffff", "#000000")]
    [InlineData("#1e4d3b", "#f4e7c5", "#f4e7c5")]
    public void Text_that_could_not_be_read_on_the_field_is_white_or_black(string primary, string text, string drawn)
    {
        var face = Faces.Titled("Premiers soins") with { Colours = new(primary, "#f2b134", text) };

        Read(face).Elements(Svg + "path").Last().Attribute("fill")!.Value.ShouldBe(drawn);
    }

    [Theory]
    [InlineData("blue")]
    [InlineData("#fff")]
    [InlineData("#12345g")]
    [InlineData("")]
    public void A_malformed_colour_is_named(string colour) =>
        Should
            .Throw<FormatException>(() => BadgePicture.Svg(Faces.Titled("") with { Colours = new("#000000", colour, "#ffffff") }))
            .Message.ShouldContain($"“{colour}”");

    private static XElement Read(BadgeFace face) => BoundedXml.Load(Encoding.UTF8.GetString(BadgePicture.Svg(face))).Root!;
}
