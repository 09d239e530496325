using System.CommandLine;
using IntegrationHub.Cli.Azurite;

namespace IntegrationHub.Cli.Bench;

internal static class BenchCommand
{
    private const string Project = "IntegrationHub.Benchmarks";

    public static Command Create(Workspace workspace, Screen screen)
    {
        var command = new Command("bench", Texts.Get("bench.help")) { TreatUnmatchedTokensAsErrors = false };
        command.SetAction(async (parsed, cancellation) =>
        {
            await screen.Work(Texts.Get("azurite.checking"), progress =>
                AzuriteInstallation.EnsureAsync(workspace.Root, _ => progress(Texts.Get("azurite.installing")), cancellation));
            var built = await Tool.Run(
                "dotnet", ["build", $"tests/{Project}", "-c", "Release", "--nologo", "-v", "quiet", "-clp:ErrorsOnly"], workspace.Root, cancellation);
            return built != 0
                ? throw new CliException(Texts.Get("test.notBuilt"))
                : await Tool.Run("dotnet", [workspace.Program("tests", Project), .. parsed.UnmatchedTokens], workspace.Root, cancellation);
        });
        return command;
    }
}
