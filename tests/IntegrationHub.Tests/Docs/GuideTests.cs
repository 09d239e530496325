using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Docs;

/// <summary>A guide and its other language say the same things in the same order.</summary>
public sealed partial class GuideTests
{
    public static TheoryData<string, string> Pairs => new()
    {
        { "docs/sources.md", "docs/guide-lms.md" },
        { "docs/registrar.md", "docs/guide-registraire.md" },
        { "docs/catalogue.md", "docs/guide-catalogue.md" },
        { "docs/operating.md", "docs/exploitation.md" },
    };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Each_links_to_the_other_at_its_head(string english, string french)
    {
        Head(english).ShouldContain($"]({Path.GetFileName(french)})");
        Head(french).ShouldContain($"]({Path.GetFileName(english)})");
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Both_have_the_same_headings_tables_and_examples_in_the_same_order(string english, string french) =>
        Skeleton(french).ShouldBe(Skeleton(english));

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Both_show_the_same_commands(string english, string french) => Commands(french).ShouldBe(Commands(english));

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Both_name_the_same_decision_records(string english, string french) => Records(french).ShouldBe(Records(english));

    private static string Head(string page) => string.Join('\n', DocPage.Of(page).Lines.Take(5));

    private static List<string> Skeleton(string page) => [.. Part().Matches(DocPage.Of(page).Text).Select(found => found.Value.Trim())];

    private static List<string> Commands(string page) =>
        [.. DocCommands.On(DocPage.Of(page).Text).Select(DocCommands.Shape).Distinct().Order()];

    private static List<string> Records(string page) => [.. Record().Matches(DocPage.Of(page).Text).Select(found => found.Value).Order()];

    /// <summary>The marks of a heading, a table's rule, a code block's fence.</summary>
    [GeneratedRegex("^(?:#{1,4} |[|][-|]+$|```\\w*$)", RegexOptions.Multiline)]
    private static partial Regex Part();

    [GeneratedRegex(@"decisions/\d{4}-[a-z0-9-]+\.md")]
    private static partial Regex Record();
}
