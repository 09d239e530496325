using System.Globalization;
using IntegrationHub.Testing.Cli;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Cli.Shell;

/// <summary>What is wrong with what a person typed is said in the language of the terminal, and how the command is typed.</summary>
public sealed class TypedErrorsTests
{
    [Theory]
    [InlineData("attention identify X", "--student-number", "L’option --student-number est obligatoire.")]
    [InlineData("send canvas --learner 1 --learner 2", "--learner", "L’option --learner ne prend qu’une valeur.")]
    [InlineData("send canvas --score abc", "--score", "L’option --score ne peut pas prendre la valeur «\u00a0abc\u00a0».")]
    [InlineData("up --nope", "--nope", "Commande ou argument non reconnu")]
    [InlineData("award approve", "AWARD", "Argument obligatoire")]
    public async Task A_mistake_is_said_in_French_in_a_French_terminal(string typed, string named, string french)
    {
        var (english, _) = await Typed(typed, "en-CA");
        var (errors, help) = await Typed(typed, "fr-CA");

        errors.ShouldContain(french);
        errors.Split('\n').Intersect(english.Split('\n')).ShouldAllBe(line => line.Trim() == "");
        (english + errors).ShouldNotContain("System.");
        english.ShouldContain(named);
        help.ShouldContain(string.Join(' ', typed.Split(' ').TakeWhile(word => word is not ("X" or ['-', ..]))));
    }

    private static async Task<(string Errors, string Help)> Typed(string typed, string language)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        using var cli = new CliRun();
        (await cli.Run(typed.Split(' '))).ShouldBe(1);
        return (cli.Errors, cli.Output);
    }
}
