using IntegrationHub.Console.Pictures;
using IntegrationHub.Console.Pictures.Uploads;
using IntegrationHub.Core.MicroCredentials;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Console.Pictures;

public class UploadedPictureTests
{
    private static readonly byte[] Drawn = BadgePicture.Png(Faces.Titled(Faces.French));

    [Fact]
    public void A_whole_PNG_is_taken() => UploadedPicture.Check(new(Drawn, Picture.Png)).ShouldBeEmpty();

    [Fact]
    public void A_safe_SVG_is_taken() => UploadedPicture.Check(new(BadgePicture.Svg(Faces.Titled(Faces.French)), Picture.Svg)).ShouldBeEmpty();

    [Fact]
    public void An_SVG_with_a_script_is_refused() =>
        Refused("<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>"u8.ToArray(), Picture.Svg, "svg-element");

    [Fact]
    public void A_PNG_that_was_cut_off_is_refused() => Refused(Drawn[..2000], Picture.Png, "png-unreadable");

    [Fact]
    public void A_PNG_that_is_only_a_signature_is_refused() => Refused(Drawn[..8], Picture.Png, "png-unreadable");

    [Fact]
    public void A_GIF_is_not_a_PNG() =>
        Refused(Convert.FromBase64String("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"), Picture.Png, "png-unreadable");

    [Fact]
    public void A_PNG_is_not_an_SVG() => Refused(Drawn, Picture.Svg, "svg-encoding");

    [Fact]
    public void A_PNG_too_small_to_be_seen_is_refused() => Refused(BadgePicture.Png(Faces.Titled(Faces.French), 64), Picture.Png, "png-sides");

    [Fact]
    public void A_file_too_large_is_refused() => Refused(new byte[Picture.Largest + 1], Picture.Svg, "picture-size");

    private static void Refused(byte[] file, string mediaType, string rule) =>
        UploadedPicture.Check(new(file, mediaType)).ShouldHaveSingleItem().Rule.ShouldBe(rule);
}
