using IntegrationHub.Console.Shared;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Console.Shared;

public class ConsoleAssetsTests
{
    public static TheoryData<string> Files => [.. ConsoleAssets.Files];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_asset_opens_under_the_version_in_its_address(string file)
    {
        ConsoleAssets.TryOpen(file, out var stream, out var contentType, out var etag).ShouldBeTrue();
        using (stream)
            stream!.Length.ShouldBeGreaterThan(100);
        contentType.ShouldNotBeNull();
        ConsoleAssets.Address(file).ShouldBe($"/assets/{file}?v={etag!.Trim('"')}");
    }

    [Theory]
    [InlineData("nothing.css")]
    [InlineData("../console.css")]
    [InlineData("IntegrationHub.Console.dll")]
    public void Nothing_else_opens(string file) => ConsoleAssets.TryOpen(file, out _, out _, out _).ShouldBeFalse();

    [Fact]
    public void The_stylesheet_takes_nothing_from_elsewhere()
    {
        ConsoleAssets.TryOpen("console.css", out var stream, out _, out _).ShouldBeTrue();
        using var reader = new StreamReader(stream!);
        var css = reader.ReadToEnd();

        css.ShouldNotContain("url(");
        css.ShouldNotContain("@import");
    }
}
