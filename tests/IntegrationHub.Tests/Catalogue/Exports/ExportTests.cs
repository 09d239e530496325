using System.Text.Json.Nodes;
using IntegrationHub.Catalogue.Exports;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.MicroCredentials;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Catalogue.Exports;

/// <summary>The sandbox's catalogue as other houses and people get it.</summary>
public sealed class ExportTests : IDisposable
{
    private static readonly DateOnly Today = new(2026, 11, 2);

    private readonly SandboxOnDisk _files = new();
    private readonly Institution _lacnord;

    public ExportTests() =>
        _lacnord = CatalogueFolders
            .Open(_files.Folder, settings: [("SandboxUrl", "http://localhost:7080"), ("DidHost", "localhost%3A7071")])
            .Get("lacnord");

    [Fact]
    public void JSON_is_an_array_with_the_fifteen_elements_under_their_fixed_names()
    {
        var entries = JsonNode.Parse(Write("json"))!.AsArray();
        entries.Count.ShouldBe(_lacnord.MicroCredentials.Count);
        foreach (var entry in entries)
            FifteenElements.Names.ShouldAllBe(name => entry!.AsObject().ContainsKey(name));
        var milestone = entries.Single(entry => (string?)entry!["code"] == "sustainable-communities")!;
        ((string?)milestone["title"]!["fr"]).ShouldBe("Collectivités durables (jalon)");
        milestone["stacking"]!["stacks"]![0]!["of"]!
            .ToJsonString()
            .ShouldBe("""[["small-community-water-treatment"],["residential-solar-installation","rural-energy"]]""");
    }

    [Fact]
    public void CSV_has_a_line_for_each_entry_and_no_formula()
    {
        _lacnord.MicroCredentials.Values.ShouldNotBeEmpty();
        var lines = Write("csv").Split("\n", StringSplitOptions.RemoveEmptyEntries);
        lines[0].ShouldStartWith("institution,code,version,title (fr),title (en),");
        lines.Count(line => line.StartsWith("lacnord,", StringComparison.Ordinal)).ShouldBe(_lacnord.MicroCredentials.Count);
    }

    [Theory]
    [InlineData("fr-CA", "Catalogue des micro-titres de compétences")]
    [InlineData("en", "Catalogue of micro-credentials")]
    public void HTML_is_a_page_in_one_language(string language, string title)
    {
        var page = CatalogueExport.Formats["html"]([_lacnord], language, Today);
        page.ShouldContain($"<html lang=\"{language[..2]}\">");
        page.ShouldContain($"<h1>{System.Text.Encodings.Web.HtmlEncoder.Default.Encode(title)}</h1>");
    }

    [Fact]
    public void CTDL_names_the_same_thing_the_same_way_each_time()
    {
        var graph = JsonNode.Parse(Write("ctdl"))!["@graph"]!.AsArray();
        graph.Count.ShouldBe(_lacnord.MicroCredentials.Count + 1);
        graph.Select(node => (string)node!["ceterms:ctid"]!).ShouldBeUnique();
        Write("ctdl").ShouldBe(Write("ctdl"));
        var known = graph.Select(node => (string)node!["@id"]!).ToHashSet();
        graph
            .SelectMany(node => node!["ceterms:requires"]?.AsArray() ?? [])
            .SelectMany(condition => condition!["ceterms:targetCredential"]?.AsArray() ?? [])
            .Select(target => (string)target!)
            .ShouldAllBe(target => known.Contains(target));
    }

    [Theory]
    [InlineData(1, "credentialStat:Deprecated")]
    [InlineData(2, "credentialStat:Active")]
    [InlineData(3, "credentialStat:Active")]
    public void CTDL_calls_an_entry_active_until_its_sunset_is_past(int sunset, string status)
    {
        var (code, entry) = _lacnord.MicroCredentials.First();
        var lacnord = _lacnord with
        {
            MicroCredentials = new Dictionary<string, MicroCredential>
            {
                [code] = entry with { LifeCycle = new(new Dictionary<Phase, DateOnly> { [Phase.Sunset] = new(2026, 11, sunset) }) },
            },
        };
        var node = JsonNode.Parse(CatalogueExport.Formats["ctdl"]([lacnord], "en", Today))!["@graph"]![1]!;
        ((string?)node["ceterms:credentialStatusType"]!["ceterms:targetNode"]).ShouldBe(status);
    }

    public void Dispose() => _files.Dispose();

    private string Write(string format) => CatalogueExport.Formats[format]([_lacnord], "en", Today);
}
