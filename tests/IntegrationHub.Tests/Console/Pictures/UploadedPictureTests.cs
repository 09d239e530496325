using IntegrationHub.Console.Pictures;
using IntegrationHub.Console.Pictures.Uploads;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Console.Pictures;

public class UploadedPictureTests
{
    [Fact]
    public void A_PNG_is_served_as_it_is() => Taken(BadgePicture.Png(Faces.Titled(Faces.French)), "image/png");

    [Fact]
    public void A_safe_SVG_is_served_as_it_is() => Taken(BadgePicture.Svg(Faces.Titled(Faces.French)), "image/svg+xml");

    [Fact]
    public void An_SVG_with_a_script_is_refused() =>
        Refused("<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>"u8.ToArray(), "svg-element");

    [Fact]
    public void A_PNG_that_was_cut_off_is_refused() => Refused(BadgePicture.Png(Faces.Titled(Faces.French))[..2000], "png-unreadable");

    [Fact]
    public void A_PNG_that_is_only_a_signature_is_refused() => Refused([0x89, .. "PNG\r\n\u001a\n"u8], "png-unreadable");

    [Fact]
    public void A_PNG_too_small_to_be_seen_is_refused() => Refused(BadgePicture.Png(Faces.Titled(Faces.French), 64), "png-sides");

    [Fact]
    public void A_file_too_large_is_refused() => Refused(new byte[UploadedPicture.LargestFile + 1], "picture-size");

    private static void Taken(byte[] file, string contentType)
    {
        var picture = UploadedPicture.Read(file, out var faults);

        faults.ShouldBeEmpty();
        picture!.Content.ToArray().ShouldBe(file);
        picture.ContentType.ShouldBe(contentType);
    }

    private static void Refused(byte[] file, string rule)
    {
        UploadedPicture.Read(file, out var faults).ShouldBeNull();
        faults.ShouldHaveSingleItem().Rule.ShouldBe(rule);
    }
}
