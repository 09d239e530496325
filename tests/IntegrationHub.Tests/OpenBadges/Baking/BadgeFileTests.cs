using System.Text;
using IntegrationHub.OpenBadges.Baking;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.OpenBadges.Baking;

public sealed class BadgeFileTests
{
    [Theory]
    [InlineData("  {\"id\":1}\r\n", BadgeFileKind.Json)]
    [InlineData("\uFEFF{}", BadgeFileKind.Json)]
    [InlineData("\neyJhbGciOiJub25lIn0.e30.\n", BadgeFileKind.Jwt)]
    [InlineData("eyJ.e30", BadgeFileKind.Unknown)]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'/>", BadgeFileKind.Svg)]
    [InlineData("GIF89a", BadgeFileKind.Unknown)]
    [InlineData("", BadgeFileKind.Unknown)]
    public void A_file_is_known_by_what_it_holds(string text, BadgeFileKind kind) =>
        BadgeFile.Detect(Encoding.UTF8.GetBytes(text)).ShouldBe(kind);

    [Fact]
    public void White_space_and_byte_order_mark_around_a_credential_are_taken_away() =>
        Encoding.UTF8.GetString(BadgeFile.Open(Encoding.UTF8.GetBytes("\uFEFF {\"é\":1} \n")).Credential.Span).ShouldBe("{\"é\":1}");

    [Fact]
    public void A_picture_without_credential_says_so() =>
        BadgeFile.Open(Pictures.Png()).ShouldBe(new(BadgeFileKind.Png, BadgeFileKind.Unknown, default));
}
