using System.Text.RegularExpressions;
using System.Xml.Linq;
using IntegrationHub.Console.Pictures;
using IntegrationHub.OpenBadges;
using QRCoder;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Console.Pictures;

public partial class QrCodeTests
{
    private static readonly Uri Address = new("https://hub.example.ca/credentials/lacnord-abcdefghijklmnopqrstuvwxyz");
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Fact]
    public void Its_dark_squares_are_those_of_the_address()
    {
        using var expected = QRCodeGenerator.GenerateQrCode(Address.AbsoluteUri, QRCodeGenerator.ECCLevel.M);
        var size = expected.ModuleMatrix.Count;
        var drawn = new bool[size, size];
        foreach (Match run in Run().Matches(Read("Code QR").Elements(Svg + "path").Last().Attribute("d")!.Value))
            for (var x = Number(run, 1); x < Number(run, 3); x++)
                drawn[Number(run, 2), x] = true;

        for (var y = 0; y < size; y++)
            for (var x = 0; x < size; x++)
                drawn[y, x].ShouldBe(expected.ModuleMatrix[y][x], $"row {y}, column {x}");
    }

    [Fact]
    public void A_quiet_zone_of_four_surrounds_it() =>
        Run().Matches(Read("Code QR").Elements(Svg + "path").Last().Attribute("d")!.Value)
            .ShouldAllBe(run => Number(run, 1) >= 4 && Number(run, 2) >= 4);

    [Fact]
    public void It_says_in_words_what_it_is_for()
    {
        var svg = Read("Vérifier <ce> titre & l’authentifier");

        ((string?)svg.Attribute("role")).ShouldBe("img");
        ((string?)svg.Attribute("aria-label")).ShouldBe("Vérifier <ce> titre & l’authentifier");
        svg.Element(Svg + "title")!.Value.ShouldBe("Vérifier <ce> titre & l’authentifier");
    }

    [Fact]
    public void A_relative_address_is_refused() =>
        Should.Throw<ArgumentException>(() => QrCode.Svg(new("/credentials/x", UriKind.Relative), "Code QR"));

    private static XElement Read(string title) => BoundedXml.Load(QrCode.Svg(Address, title)).Root!;

    private static int Number(Match run, int group) =>
        int.Parse(run.Groups[group].ValueSpan, System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex(@"M(\d+) (\d+)H(\d+)V(\d+)H(\d+)Z")]
    private static partial Regex Run();
}
