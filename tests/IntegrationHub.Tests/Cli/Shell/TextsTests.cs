using System.CommandLine;
using System.Globalization;
using System.Text.RegularExpressions;
using IntegrationHub.Cli;
using IntegrationHub.Cli.Shell;
using IntegrationHub.OpenBadges;
using Shouldly;
using Spectre.Console;
using Xunit;

namespace IntegrationHub.Tests.Cli.Shell;

public sealed partial class TextsTests
{
    private static readonly string Room = Path.Combine(Workspace.Find().Root, "src", "IntegrationHub.Cli");

    [Fact]
    public void Every_text_that_the_code_names_is_there()
    {
        var texts = Read("Texts.resx");
        var named = Directory.EnumerateFiles(Room, "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal))
            .SelectMany(file => Named().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups[1].Value)
            .ToHashSet();
        named.Count.ShouldBeGreaterThan(50);
        named.ShouldAllBe(name => texts.ContainsKey(name));
    }

    [Fact]
    public void The_whole_help_can_be_read_in_French()
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("fr-CA");
        var english = Read("Texts.resx").Values.ToHashSet();
        var described = All(HubCommands.Create(new("/", _ => null), new(AnsiConsole.Console, TextWriter.Null)))
            .SelectMany(command => command.Options.Cast<Symbol>().Concat(command.Arguments).Append(command)).ToArray();
        described.Length.ShouldBeGreaterThan(30);
        described.ShouldAllBe(symbol => symbol.Description != null && !english.Contains(symbol.Description));
    }

    [Theory]
    [InlineData("fr_CA.UTF-8", null, "fr-CA")]
    [InlineData("en_CA.UTF-8", "fr_CA.UTF-8", "en-CA")]
    [InlineData(null, "fr_FR", "fr-CA")]
    [InlineData(null, "C.UTF-8", "en-CA")]
    [InlineData(null, null, "en-CA")]
    public void The_locale_chooses_the_language(string? all, string? lang, string language) =>
        Texts.Language(name => name switch { "LC_ALL" => all, "LANG" => lang, _ => null }).Name.ShouldBe(language);

    private static IEnumerable<Command> All(Command command) => command.Subcommands.SelectMany(All).Prepend(command);

    private static Dictionary<string, string> Read(string file) =>
        BoundedXml
            .Load(File.ReadAllText(Path.Combine(Room, "Shell", file)))
            .Root!.Elements("data")
            .ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value);

    [GeneratedRegex("""(?:Texts\.Get\(|Options\.Text\("--[a-z-]+", )"([A-Za-z]+\.[A-Za-z]+)"[,)]""")]
    private static partial Regex Named();
}
