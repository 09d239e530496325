using IntegrationHub.Core.Model.MicroCredentials;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Catalogue.Rules;

public sealed class PictureLintTests : IDisposable
{
    private const string Svg = """<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">HERE</svg>""";

    private readonly IssuerOnDisk _catalogue = new();

    [Theory]
    [InlineData("<rect fill=\"url(#a)\"/><use xlink:href=\"#b\"/><title>Été ᐃᓄᒃᑎᑐᑦ</title>")]
    [InlineData("<image href=\"data:image/png;base64,iVBORw0KGgo=\"/><style>text { fill: url('#a') }</style>")]
    public void A_picture_that_is_only_seen_is_good(string inside)
    {
        _catalogue.Write(IssuerOnDisk.Logo, Svg.Replace("HERE", inside, StringComparison.Ordinal));
        _catalogue.Lint().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<rect onload=\"alert(1)\"/>")]
    [InlineData("<a xlink:href=\"javascript:alert(1)\"/>")]
    [InlineData("<a href=\"https://elsewhere.example.ca\"/>")]
    [InlineData("<image href=\"data:image/svg+xml;base64,PHN2Zy8+\"/>")]
    [InlineData("<style>@import 'https://elsewhere.example.ca/a.css'</style>")]
    [InlineData("<rect style=\"fill: url( 'https://elsewhere.example.ca/a.svg#a')\"/>")]
    [InlineData("<foreignObject/>")]
    [InlineData("<set attributeName=\"href\" to=\"javascript:alert(1)\"/>")]
    [InlineData("<?xml-stylesheet href='https://elsewhere.example.ca/a.css'?>")]
    public void A_picture_that_runs_or_fetches_is_refused(string inside)
    {
        _catalogue.Write(IssuerOnDisk.Logo, Svg.Replace("HERE", inside, StringComparison.Ordinal));
        SvgFaults();
    }

    [Theory]
    [InlineData("not a picture")]
    [InlineData("<html/>")]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\">")]
    [InlineData("<!DOCTYPE svg [<!ENTITY a \"a\">]><svg xmlns=\"http://www.w3.org/2000/svg\">&a;</svg>")]
    public void A_file_that_is_no_whole_SVG_is_refused(string content)
    {
        _catalogue.Write(IssuerOnDisk.Logo, content);
        SvgFaults();
    }

    [Fact]
    public void A_PNG_that_is_cut_off_anywhere_is_refused()
    {
        for (var length = 0; length < IssuerOnDisk.Png.Length; length++)
        {
            _catalogue.Write(IssuerOnDisk.Image, IssuerOnDisk.Png[..length]);
            Fault().ShouldBe("picture-type", $"{length} bytes");
        }
    }

    [Fact]
    public void A_picture_that_is_too_large_is_refused()
    {
        _catalogue.Write(IssuerOnDisk.Image, new byte[Picture.Largest + 1]);
        Fault().ShouldBe("picture-size");
    }

    public void Dispose() => _catalogue.Dispose();

    private void SvgFaults()
    {
        var rules = _catalogue.Lint().Select(fault => fault.Rule).ToList();
        rules.ShouldNotBeEmpty();
        rules.ShouldAllBe(rule => rule.StartsWith("svg-", StringComparison.Ordinal));
    }

    private string Fault() => _catalogue.Lint().ShouldHaveSingleItem().Rule;
}
