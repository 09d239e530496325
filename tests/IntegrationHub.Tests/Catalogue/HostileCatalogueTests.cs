using System.Globalization;
using System.Text;
using IntegrationHub.Catalogue.Faults;
using IntegrationHub.Catalogue.Pictures;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Testing;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Catalogue;

/// <summary>Files of an institution made to keep the reader busy: each gets its fault, and costs no second of a processor.</summary>
public sealed class HostileCatalogueTests : IDisposable
{
    private const int Largest = 256 * 1024;
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(1);

    private static readonly Dictionary<string, (string? Rule, Func<string> Text)> YamlByName = new()
    {
        ["lists in one line"] = ("yaml-depth", () => "name: " + Many("[", 40_000)),
        ["lists in one line, to the limit"] = ("yaml-depth", () => Many("[", Largest)),
        ["lists, a line each"] = ("yaml-depth", () => Many("[\n", 100_000)),
        ["mappings in one line"] = ("yaml-depth", () => Many("{a: ", 60_000)),
        ["mappings as keys"] = ("yaml-depth", () => Many("{? ", 60_000)),
        ["lists in mappings"] = ("yaml-depth", () => Many("[a: ", 60_000)),
        ["items in one line"] = ("yaml-depth", () => Many("- ", 120_000)),
        ["keys in one line"] = ("yaml-depth", () => Many("? ", 120_000)),
        ["mappings by indentation"] = ("yaml-depth", () =>
            string.Concat(Enumerable.Range(0, 600).Select(depth => new string(' ', depth) + "a:\n"))),
        ["anchored lists"] = ("yaml-depth", () => Numbered(20_000, "&a{0} [")),
        ["tagged lists"] = ("syntax", () => Many("!a [ ", 50_000)),
        ["closed again"] = ("yaml-depth", () => Many("[", 100_000) + Many("]", 100_000)),
        ["aliases of aliases"] = ("unknown-key", () =>
            "a: &a0 [x]\n" + string.Concat(Enumerable.Range(1, 9).Select(level => $"b{level}: &a{level} [{Many($"*a{level - 1},", 9)}]\n"))
        ),
        ["an alias of itself"] = ("unknown-key", () => "a: &a [*a]\n"),
        ["many aliases"] = ("yaml-aliases", () => "a: &a x\nb: [" + Many("*a,", 80_000) + "]\n"),
        ["many aliases of a mapping that counts"] = ("yaml-aliases", () =>
            "sources:\n  s0: &a { kind: xapi }\n" + Numbered(10_000, "  t{0}: *a\n")),
        ["many values"] = ("yaml-nodes", () => "a: [" + Many("a,", 120_000) + "]\n"),
        ["many keys"] = ("yaml-nodes", () => Numbered(25_000, "a{0}: b\n")),
        ["many sources"] = ("yaml-nodes", () => "sources:\n" + Numbered(20_000, "  a{0}: b\n")),
        ["many anchors"] = ("yaml-nodes", () => "a: [" + Numbered(20_000, "&a{0} b,") + "]\n"),
        ["an open quotation"] = ("syntax", () => "a: \"" + Many("b", 250_000)),
        ["an open quotation in lines"] = ("syntax", () => "a: \"" + Many("b\n  ", 60_000)),
        ["escapes"] = ("missing", () => "a: \"" + Many("\\u0041", 40_000) + "\""),
        ["a long plain value in lines"] = ("missing", () => "a: b\n" + Many("  b\n", 60_000)),
        ["a long block"] = ("missing", () => "a: |\n" + Many("  b\n", 60_000)),
        ["a block of empty lines"] = ("missing", () => "a: >\n" + Many("\n", 250_000) + "  b"),
        ["a long key"] = ("syntax", () => Many("a", 250_000) + ": b"),
        ["comments"] = (null, () => Many("#\n", 120_000)),
        ["blanks"] = (null, () => Many(" ", 250_000)),
        ["lines"] = (null, () => Many("\n", 250_000)),
        ["tabs"] = (null, () => Many("\t", 250_000)),
        ["documents"] = (null, () => Many("---\n", 60_000)),
        ["directives"] = ("syntax", () => Numbered(10_000, "%TAG !a{0}! b\n")),
        ["colons"] = (null, () => Many(":", 250_000)),
        ["colons apart"] = (null, () => Many(": ", 120_000)),
        ["commas"] = (null, () => "[" + Many(",", 250_000)),
        ["stars"] = (null, () => Many("*", 250_000)),
        ["ampersands"] = (null, () => Many("&a ", 80_000)),
        ["exclamations"] = (null, () => Many("!", 250_000)),
        ["percents"] = (null, () => "a: " + Many("%A%", 80_000)),
        ["closing brackets"] = (null, () => Many("]", 250_000)),
        ["a quarter of a megabyte and one"] = ("file-size", () => Many("#", Largest + 1)),
        ["a megabyte of lists"] = ("file-size", () => Many("[", 4 * Largest)),
        ["chance"] = (null, Chance),
    };

    private static readonly Dictionary<string, (string Rule, Func<string> Content)> PictureFiles = new()
    {
        ["deep"] = ("svg-depth", () => Many("<g>", 70_000) + Many("</g>", 70_000)),
        ["deep and never closed"] = ("svg-depth", () => Many("<g>", 170_000)),
        ["wide"] = ("svg-element", () => Many("<a/>", 120_000)),
        ["many attributes"] = ("svg-attribute", () => $"<g {Numbered(40_000, "a{0}='' ")} onclick=''/>"),
        ["uses below many attributes"] = ("svg-use", () =>
            $"<g {Numbered(24_000, "a{0}='' ")}id='g'>{Many("<use href='#g'/>", 14_000)}</g>"),
        ["uses at every depth"] = ("svg-use", () => Numbered(60, "<g id='g{0}'>") + Many("<use href='#g1'/>", 28_000) + Many("</g>", 60)),
        ["styles in styles"] = ("svg-outside", () => Many("<style>", 60) + Many("a", 480_000) + "@" + Many("</style>", 60)),
        ["references"] = ("svg-outside", () => $"<g fill=\"{Many("url( ", 95_000)}\"/>"),
        ["blanks behind a reference"] = ("svg-outside", () => $"<g fill=\"url({Many(" ", 480_000)}\"/>"),
        ["a long picture"] = ("svg-outside", () => $"<image href=\"data:image/png;base64,{Many("A", 480_000)}?\"/>"),
    };

    private readonly CatalogueOnDisk _catalogue = new();

    public static TheoryData<string> Yaml => [.. YamlByName.Keys];

    public static TheoryData<string> Svg => [.. PictureFiles.Keys];

    [Theory]
    [MemberData(nameof(Yaml))]
    public void A_file_made_to_keep_the_reader_busy_costs_no_second(string name)
    {
        _catalogue.Lint().ShouldBeEmpty();
        foreach (var file in new[] { CatalogueOnDisk.Main, CatalogueOnDisk.Water })
        {
            var good = File.ReadAllText(Path.Combine(_catalogue.Folder, file));
            _catalogue.Write(file, YamlByName[name].Text());

            var faults = Cpu.Within(Most, name, _catalogue.Lint);

            faults.ShouldNotBeEmpty();
            if (YamlByName[name].Rule is { } rule)
                ShouldTell(faults, rule, file);
            _catalogue.Write(file, good);
        }
    }

    [Fact]
    public void An_earlier_version_is_read_within_the_same_bounds()
    {
        const string earlier = "lac/micro-credentials/water-sampling/v2.yaml";
        _catalogue.Write(earlier, Many("[", 40_000));
        ShouldTell(Cpu.Within(Most, earlier, _catalogue.Lint), "yaml-depth", earlier);
    }

    [Theory]
    [InlineData(5_000, 1)]
    [InlineData(65, Largest)]
    public void A_folder_with_more_than_an_institution_can_need_is_not_read(int files, int size)
    {
        for (var file = 0; file < files; file++)
            _catalogue.Write($"lac/micro-credentials/m{file}.yaml", new byte[size]);
        ShouldTell(Cpu.Within(Most, $"{files} files", _catalogue.Lint), "folder-size", CatalogueOnDisk.Main);
    }

    [Fact]
    public void A_hostile_file_keeps_the_last_good_version_in_force_and_no_neighbour_waiting()
    {
        _catalogue.Write(
            "nord/institution.yaml",
            File.ReadAllText(Path.Combine(_catalogue.Folder, CatalogueOnDisk.Main))
                .Replace("id: lac", "id: nord", StringComparison.Ordinal)
                .Replace("LAC_", "NORD_", StringComparison.Ordinal));
        var folder = CatalogueFolders.Open(_catalogue.Folder);
        _catalogue.Write(CatalogueOnDisk.Water, Many("[", 40_000));
        _catalogue.Spoil("nord/institution.yaml", "Lake College", "North College");

        Cpu.Within(Most, "both institutions", () =>
        {
            folder.Look();
            return folder;
        });

        folder.Find("nord", out var nord).ShouldBe(InstitutionState.InForce);

        nord!.Name.En.ShouldBe("North College");
        folder.Find("lac", out var lac).ShouldBe(InstitutionState.InForce);
        lac!.MicroCredentials.ShouldNotBeEmpty();
        folder.Faults["lac"].Select(fault => fault.Rule).ShouldContain("yaml-depth");
    }

    [Theory]
    [MemberData(nameof(Svg))]
    public void A_picture_made_to_keep_the_reader_busy_costs_no_second(string name)
    {
        SafeSvg.Check(File("<g><use href='#a'/></g>")).ShouldBeEmpty();
        var picture = File(PictureFiles[name].Content());

        Cpu.Within(Most, name, () => SafeSvg.Check(picture)).Select(fault => fault.Rule).ShouldContain(PictureFiles[name].Rule);

        static byte[] File(string content) => Encoding.UTF8.GetBytes($"<svg xmlns=\"http://www.w3.org/2000/svg\">{content}</svg>");
    }

    public void Dispose() => _catalogue.Dispose();

    /// <summary>The fault of that rule, in its file, with a remedy in both languages.</summary>
    private static void ShouldTell(IReadOnlyList<CatalogueFault> faults, string rule, string file)
    {
        faults.Select(fault => fault.Rule).ShouldContain(rule);
        var fault = faults.First(fault => fault.Rule == rule);
        fault.File.ShouldBe(file);
        fault.Line.ShouldBeGreaterThan(0);
        new[] { fault.Message.Fr, fault.Message.En, fault.Remedy.Fr, fault.Remedy.En }
            .Distinct()
            .Count(text => text.Length > 0)
            .ShouldBe(4);
    }

    private static string Many(string piece, int count) => new StringBuilder().Insert(0, piece, count).ToString();

    private static string Numbered(int count, string format) =>
        string.Concat(
            Enumerable
                .Range(0, count)
                .Select(number => format.Replace("{0}", number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)));

    /// <summary>What the scanner knows, by chance and always the same.</summary>
    private static string Chance()
    {
        var (random, pieces) = (
            new Random(20261130),
            new[] { "[", "{", "a: ", "- ", "? ", "&a ", "*a ", "!a ", "\"", "'", "\n", "  ", ",", "|\n", "#" });
        return string.Concat(Enumerable.Range(0, 100_000).Select(_ => pieces[random.Next(pieces.Length)]));
    }
}
