using System.Text.RegularExpressions;
using IntegrationHub.Cli;
using IntegrationHub.Cli.Infra.Model;
using IntegrationHub.Cli.Shell;
using Shouldly;
using Spectre.Console;
using Xunit;

namespace IntegrationHub.Tests.Infra;

/// <summary>What the runbook tells people to type at seven in the morning.</summary>
public sealed partial class RunbookTests
{
    private static readonly string Runbook = File.ReadAllText(Path.Combine(Workspace.Find().Root, Watching.RunbookFile));

    [Fact]
    public void Every_command_is_one()
    {
        var commands = Typed().Matches(Runbook).Select(found => found.Groups["line"].Value.Trim()).Distinct().ToList();
        commands.Count.ShouldBeGreaterThan(20);
        var hub = HubCommands.Create(new("/", _ => null), new(AnsiConsole.Console, TextWriter.Null));
        commands.SelectMany(command => hub.Parse(command).Errors.Select(error => $"{command}: {error.Message}")).ShouldBeEmpty();
        hub.Parse("replays ID").Errors.ShouldNotBeEmpty();
    }

    [Fact]
    public void Both_languages_have_the_same_sections_in_the_same_order()
    {
        var sections = Section().Matches(Runbook).Select(found => found.Groups["id"].Value).ToList();
        sections.Count.ShouldBe(16);
        sections[..8].ShouldAllBe(id => id.EndsWith("-fr", StringComparison.Ordinal));
        sections[8..].Select(id => id[..^3]).ShouldBe(sections[..8].Select(id => id[..^3]));
    }

    [Theory]
    [InlineData(
        "fr",
        "**Ce que cela veut dire.**",
        "**Qui le sent.**",
        "**À regarder d’abord",
        "**Que faire.**",
        "**C’est fini quand**",
        "**À ne pas faire.**")]
    [InlineData("en", "**What it means.**", "**Who feels it.**", "**Look first", "**What to do.**", "**It is over when**", "**Do not**")]
    public void Every_section_says_what_it_means_what_to_do_and_what_not(string language, params string[] parts)
    {
        var sections = Runbook
            .Split("<a id=\"")
            .Skip(1)
            .Where(section => section.Split('"')[0].EndsWith($"-{language}", StringComparison.Ordinal))
            .ToList();
        sections.Count.ShouldBe(8);
        foreach (var section in sections)
            parts.Where(part => !section.Contains(part, StringComparison.Ordinal)).ShouldBeEmpty(section.Split('"')[0]);
    }

    [Fact]
    public void The_French_is_set_as_French_is_set()
    {
        var french = Fence().Replace(Runbook[..Runbook.IndexOf("## English", StringComparison.Ordinal)], "x");
        Unset().Matches(french).Select(found => found.Value).ShouldBeEmpty();
    }

    [GeneratedRegex("\\./hub (?<line>[a-z][^`#\\n]*)")]
    private static partial Regex Typed();

    [GeneratedRegex("""<a id="(?<id>[^"]+)"></a>""")]
    private static partial Regex Section();

    [GeneratedRegex("^```.*?^```|`[^`]*`|\\]\\([^)]*\\)", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    /// <summary>A plain blank where a no-break space belongs, or any blank where none does.</summary>
    [GeneratedRegex(@".{0,20}(?: [:%»](?=\s)|« |\p{Zs}[;!?](?=\s)|\w:(?=\s)|\d%).{0,10}")]
    private static partial Regex Unset();
}
