using System.Text.RegularExpressions;
using IntegrationHub.Testing;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Docs;

public sealed partial class PathTests
{
    [Fact]
    public void Every_folder_and_file_of_the_repository_that_a_page_names_is_there()
    {
        var named = DocPage.All
            .SelectMany(page => Named().Matches(page.Text).Select(found => (page.Name, Path: found.Groups["path"].Value)))
            .ToList();
        named.Count.ShouldBeGreaterThan(60);
        named.Where(one => !IsThere(one.Path)).Select(one => $"{one.Name}: {one.Path}").ShouldBeEmpty();
    }

    [Fact]
    public void A_path_that_leads_nowhere_is_found() => IsThere("src/IntegrationHub.Nowhere").ShouldBeFalse();

    private static bool IsThere(string path) => Path.Exists(Repository.Path(path));

    [GeneratedRegex("`(?<path>(?:src|tests|infra|docs)/[^`{} ]+)`")]
    private static partial Regex Named();
}
