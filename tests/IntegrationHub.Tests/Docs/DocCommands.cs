using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.RegularExpressions;
using IntegrationHub.Cli;
using Spectre.Console;

namespace IntegrationHub.Tests.Docs;

/// <summary>What pages tell people to type, read by the real command line.</summary>
internal static partial class DocCommands
{
    private static readonly RootCommand Hub = HubCommands.Create(new("/", _ => null), new(AnsiConsole.Console, TextWriter.Null));

    /// <summary>The commands of a page, without <c>./hub</c>.</summary>
    public static IEnumerable<string> On(string text) =>
        Typed().Matches(text).Select(found => found.Groups["line"].Value.Trim()).Distinct();

    /// <summary>What is wrong with it; a sentence may name a command without its arguments.</summary>
    public static IEnumerable<string> Faults(string line)
    {
        var parsed = Hub.Parse(line);
        return string.Join(' ', Path(parsed)) == line ? [] : parsed.Errors.Select(error => $"./hub {line}: {error.Message}");
    }

    /// <summary>The command and its options, whatever their values.</summary>
    public static string Shape(string line) =>
        string.Join(' ', [.. Path(Hub.Parse(line)), .. Option().Matches(line).Select(found => found.Value).Order()]);

    private static List<string> Path(ParseResult parsed)
    {
        List<string> names = [];
        for (SymbolResult? at = parsed.CommandResult; at is CommandResult { Command: not RootCommand } command; at = at.Parent)
            names.Insert(0, command.Command.Name);
        return names;
    }

    [GeneratedRegex("\\./hub (?<line>[a-z][^`#\n;&|]*)")]
    private static partial Regex Typed();

    [GeneratedRegex("--[a-z-]+")]
    private static partial Regex Option();
}
