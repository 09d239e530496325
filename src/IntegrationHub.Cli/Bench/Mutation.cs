using System.Globalization;
using Spectre.Console;

namespace IntegrationHub.Cli.Bench;

/// <summary>Runs Stryker over the rules of the Core: every small change to them that no test of the rules notices is shown.</summary>
internal static class Mutation
{
    private const string Version = "5.1.0";

    public static async Task<int> Run(Workspace workspace, Screen screen, CancellationToken cancellation)
    {
        var (tools, output) = (Path.Combine(workspace.Hidden, "tools"), Path.Combine(workspace.Hidden, "stryker"));
        var tool = Path.Combine(tools, OperatingSystem.IsWindows() ? "dotnet-stryker.exe" : "dotnet-stryker");
        if (!File.Exists(tool))
        {
            screen.Line(Texts.Get("mutation.installing", Version));
            if (await Tool.Run("dotnet", ["tool", "install", "dotnet-stryker", "--version", Version, "--tool-path", tools], workspace.Root, cancellation) != 0)
                throw new CliException(Texts.Get("mutation.notInstalled", Version));
        }

        screen.Line(Texts.Get("mutation.running"));
        var report = Path.Combine(output, "reports", "mutation-report.json");
        if (File.Exists(report))
            File.Delete(report);
        await Tool.Run(tool, ["--output", output, "--skip-version-check"], Path.Combine(workspace.Root, "tests", "IntegrationHub.RuleTests"), cancellation);
        if (!File.Exists(report))
            throw new CliException(Texts.Get("mutation.noReport"));
        Show(screen, MutationScore.Read(await File.ReadAllTextAsync(report, cancellation)), report);
        return 0;
    }

    private static void Show(Screen screen, MutationScore score, string report)
    {
        var table = Screen.Grid(Texts.Of("mutation", "file", "killed", "survived", "untested", "score"));
        foreach (var file in score.Files)
            table.AddRow(file.Name, Number(file.Killed), Number(file.Survived), Number(file.Untested), Percent(file.Percent));
        table.AddRow(Texts.Get("bench.total"), Number(score.Killed), Number(score.Survived), Number(score.Untested), Percent(score.Percent));
        screen.Show(table);
        foreach (var survivor in score.Survivors)
            screen.Line(survivor);
        screen.Line(Texts.Get("mutation.goal", Percent(score.Percent), MutationScore.Goal, Texts.Get(score.Percent >= MutationScore.Goal ? "bench.yes" : "bench.no")));
        screen.Line(Texts.Get("bench.written", report));
    }

    private static string Number(int number) => number.ToString("N0", CultureInfo.CurrentCulture);

    private static string Percent(double percent) => percent.ToString("0.0", CultureInfo.CurrentCulture);
}
