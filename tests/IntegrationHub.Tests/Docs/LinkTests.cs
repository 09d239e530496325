using System.Text.RegularExpressions;
using IntegrationHub.Testing;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Docs;

public sealed partial class LinkTests
{
    [Fact]
    public void Every_link_leads_to_a_file_and_to_a_heading_of_it()
    {
        var links = DocPage.All.Concat(DocPage.Others)
            .SelectMany(page => LinksOn(page).Select(target => (Page: page, Target: target))).ToList();
        links.Count.ShouldBeGreaterThan(150);
        links.Where(link => !Leads(link.Page, link.Target)).Select(link => $"{link.Page.Name}: {link.Target}").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("docs/nowhere.md")]
    [InlineData("docs/runbook.md#nowhere")]
    [InlineData("#nowhere")]
    public void A_link_that_leads_nowhere_is_found(string target) => Leads(DocPage.Of("README.md"), target).ShouldBeFalse();

    [Fact]
    public void Every_page_is_reached_from_the_README()
    {
        var linked = LinksOn(DocPage.Of("README.md")).Select(target => target.Split('#')[0]).ToHashSet();
        DocPage.All.Select(page => page.Name).Where(name => name != "README.md" && !linked.Contains(name)).ShouldBeEmpty();
    }

    private static IEnumerable<string> LinksOn(DocPage page) =>
        Link().Matches(DocPage.NoCode(page.Text)).Select(found => found.Groups["target"].Value)
            .Where(target => !target.Contains("://", StringComparison.Ordinal));

    private static bool Leads(DocPage page, string target)
    {
        var (file, anchor) = target.Split('#') is [var first, var second] ? (first, second) : (target, null);
        var path = file == "" ? Repository.Path(page.Name) : Path.GetFullPath(file, Path.GetDirectoryName(Repository.Path(page.Name))!);
        return (File.Exists(path) || Directory.Exists(path)) && (anchor is null || Anchors(File.ReadAllText(path)).Contains(anchor));
    }

    // As GitHub names headings: lower case, nothing but letters, digits, hyphens and underscores, a hyphen for each blank.
    private static HashSet<string> Anchors(string text) =>
    [
        .. Named().Matches(text).Select(found => found.Groups["id"].Value),
        .. Heading().Matches(text).Select(found => Dropped().Replace(found.Groups["title"].Value.ToLowerInvariant(), "").Replace(' ', '-')),
    ];

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex("""<a id="(?<id>[^"]+)">""")]
    private static partial Regex Named();

    [GeneratedRegex("^#+ (?<title>.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\p{L}\p{N}_ -]")]
    private static partial Regex Dropped();
}
