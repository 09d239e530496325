using System.Globalization;
using IntegrationHub.Cli.Shell;
using Spectre.Console;

namespace IntegrationHub.Cli.Bench;

/// <summary>Runs Stryker over the Core: every small change to it that no test of the Core notices is shown.</summary>
internal static class Mutation
{
    private const string Version = "5.1.0";

    /// <param name="workspace">The repository.</param>
    /// <param name="screen">Where the score is shown.</param>
    /// <param name="folder">The only folder of the Core whose mutants are tried; null for all.</param>
    /// <param name="cancellation">Ends the run.</param>
    public static async Task<int> Run(Workspace workspace, Screen screen, string? folder, CancellationToken cancellation)
    {
        var core = Path.Combine(workspace.Root, "src", "IntegrationHub.Core");
        if (folder is not null && !Directory.EnumerateDirectories(core).Select(Path.GetFileName).Contains(folder))
            throw new CliException(Texts.Get("mutation.noFolder", folder));
        var (tools, output) = (Path.Combine(workspace.Hidden, "tools"), Path.Combine(workspace.Hidden, "stryker"));
        var tool = Path.Combine(tools, OperatingSystem.IsWindows() ? "dotnet-stryker.exe" : "dotnet-stryker");
        if (!File.Exists(tool))
        {
            screen.Line(Texts.Get("mutation.installing", Version));
            if (await Tool.Run(
                    "dotnet",
                    ["tool", "install", "dotnet-stryker", "--version", Version, "--tool-path", tools],
                    workspace.Root,
                    cancellation) != 0)
                throw new CliException(Texts.Get("mutation.notInstalled", Version));
        }

        screen.Line(Texts.Get("mutation.running", folder is null ? "src/IntegrationHub.Core" : $"src/IntegrationHub.Core/{folder}"));
        var report = Path.Combine(output, "reports", "mutation-report.json");
        if (File.Exists(report))
            File.Delete(report);
        string[] only = folder is null ? [] : ["--mutate", $"**/{folder}/*.cs"];
        await Tool.Run(
            tool,
            ["--output", output, "--skip-version-check", .. only],
            Path.Combine(workspace.Root, "tests", "IntegrationHub.Core.Tests"),
            cancellation,
            ("HUB_MUTANTS", "1"));
        if (!File.Exists(report))
            throw new CliException(Texts.Get("mutation.noReport"));
        var score = MutationScore.Read(await File.ReadAllTextAsync(report, cancellation));
        Show(screen, score, folder is null ? score.Folders : score.Files, report);
        return 0;
    }

    private static void Show(Screen screen, MutationScore score, IReadOnlyList<Mutated> parts, string report)
    {
        foreach (var survivor in score.Survivors)
            screen.Line(survivor);
        var table = Screen.Grid(Texts.Of("mutation", "part", "killed", "timedOut", "survived", "untested", "score"));
        foreach (var part in parts.Append(score.All(Texts.Get("bench.total"))))
            table.AddRow(
                part.Name,
                Number(part.Killed),
                Number(part.TimedOut),
                Number(part.Survived),
                Number(part.Untested),
                Percent(part.Percent));
        screen.Show(table);
        screen.Line(
            Texts.Get(
                "mutation.goal",
                Percent(score.Percent),
                MutationScore.Goal,
                Texts.Get(score.Percent >= MutationScore.Goal ? "bench.yes" : "bench.no")));
        screen.Line(Texts.Get("bench.written", report));
    }

    private static string Number(int number) => number.ToString("N0", CultureInfo.CurrentCulture);

    private static string Percent(double percent) => percent.ToString("0.0", CultureInfo.CurrentCulture);
}
