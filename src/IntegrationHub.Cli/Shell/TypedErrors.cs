using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.RegularExpressions;

namespace IntegrationHub.Cli.Shell;

/// <summary>
/// Says what is wrong with what a person typed. The parser has words for most of it, but for these in English only, and in a
/// developer's.
/// </summary>
internal static partial class TypedErrors
{
    /// <summary>Runs what was typed, or says what is wrong with it and how the command is typed.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> Run(this ParseResult parsed, InvocationConfiguration configuration)
    {
        if (parsed.Errors.All(error => Say(error.Message) is null))
            return await parsed.InvokeAsync(configuration);
        foreach (var error in parsed.Errors)
            await configuration.Error.WriteLineAsync(Say(error.Message) ?? error.Message);
        await configuration.Error.WriteLineAsync();
        string[] command = [.. Path(parsed.CommandResult).Reverse().Skip(1)];
        await parsed.RootCommandResult.Command.Parse([.. command, "--help"]).InvokeAsync(configuration);
        return 1;
    }

    private static string? Say(string message) =>
        Missing().Match(message) is { Success: true } missing ? Texts.Get("typed.missing", missing.Groups["option"])
        : Repeated().Match(message) is { Success: true } repeated ? Texts.Get("typed.repeated", repeated.Groups["option"])
        : Unfit().Match(message) is { Success: true } unfit ? Texts.Get("typed.unfit", unfit.Groups["value"], unfit.Groups["option"])
        : null;

    private static IEnumerable<string> Path(CommandResult command)
    {
        for (SymbolResult? one = command; one is CommandResult { Command: var named }; one = one.Parent)
            yield return named.Name;
    }

    [GeneratedRegex("^Option '(?<option>.+)' is required\\.$")]
    private static partial Regex Missing();

    [GeneratedRegex("^Option '(?<option>.+)' expects a single argument but \\d+ were provided\\.$")]
    private static partial Regex Repeated();

    [GeneratedRegex("^Cannot parse argument '(?<value>.*)' for option '(?<option>.+?)' as expected type ")]
    private static partial Regex Unfit();
}
