using IntegrationHub.Console.Pictures.Lettering;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Console.Pictures.Lettering;

public class LetteringTests
{
    [Theory]
    [InlineData("Premiers soins à l’œuvre ®\u00a0: «\u202fété\u202f» – 2026", "fr")]
    [InlineData("ᐃᓄᒃᑎᑐᑦ ᓀᐦᐃᔭᐍᐏᐣ", "iu")]
    [InlineData("معالجة مياه الشرب، ٢٠٢٦", "ar")]
    public void Every_character_has_a_glyph(string text, string language) =>
        Shape(text, language).Glyphs.ShouldAllBe(glyph => glyph.Glyph != 0);

    [Fact]
    public void Arabic_letters_are_joined()
    {
        var joined = Shape("ععع", "ar").Glyphs.Select(glyph => glyph.Glyph).ToArray();
        var alone = Shape("ع", "ar").Glyphs.Single().Glyph;

        joined.Distinct().Count().ShouldBe(3, "a first, a middle and a last form");
        joined.ShouldNotContain(alone);
    }

    [Fact]
    public void Arabic_runs_from_right_to_left()
    {
        var line = Shape("س ع", "ar").Glyphs;

        line[^1].Glyph.ShouldBe(Shape("س", "ar").Glyphs.Single().Glyph);
    }

    [Theory]
    [InlineData("Cours 101", "000000000")]
    [InlineData("Cours سلام 101", "00000011111222")]
    [InlineData("سلام Cours 101", "11111222222222")]
    [InlineData("سلام (2026)", "11111122221")]
    [InlineData("2026", "0000")]
    public void Each_character_runs_its_own_way(string text, string levels) =>
        string.Concat(Directions.Levels(text)).ShouldBe(levels);

    [Theory]
    [InlineData("Premiers soins en milieu éloigné et en forêt boréale")]
    [InlineData("معالجة مياه الشرب في المجتمعات الصغيرة")]
    public void Lines_are_about_as_wide_as_each_other(string text)
    {
        var paragraph = new Paragraph(text, "fr");
        var lines = Wrapping.Even(Piece.Of(paragraph, 20), 14, 4)!;

        var widths = lines.ConvertAll(line => paragraph.Shape(line.Start, line.End).Width);
        lines.Count.ShouldBeGreaterThan(1);
        widths.Max().ShouldBeLessThan(14);
        widths.Min().ShouldBeGreaterThan(widths.Max() * 0.6);
    }

    [Fact]
    public void A_word_wider_than_the_line_is_broken_and_loses_nothing()
    {
        var paragraph = new Paragraph(new string('m', 50) + " à-propos", "fr");
        var pieces = Piece.Of(paragraph, 10);

        pieces.ShouldAllBe(piece => piece.Width <= 10);
        string.Concat(pieces.Select(piece => paragraph.Text[piece.Start..piece.End])).ShouldBe(paragraph.Text.Replace(" ", ""));
    }

    private static ShapedLine Shape(string text, string language) => new Paragraph(text, language).Shape(0, text.Length);
}
