using System.CommandLine;
using System.Diagnostics;
using IntegrationHub.Cli.Azurite;
using IntegrationHub.Cli.Shell;

namespace IntegrationHub.Cli.Testing;

internal static class TestCommand
{
    private static readonly string[] Projects = ["IntegrationHub.Core.Tests", "IntegrationHub.Tests", "IntegrationHub.EndToEnd"];

    public static Command Create(Workspace workspace, Screen screen)
    {
        var filter = new Argument<string?>("FILTER") { Description = Texts.Get("test.filter"), Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("test", Texts.Get("test.help")) { filter };
        command.SetAction((parsed, cancellation) => Run(workspace, screen, parsed.GetValue(filter), cancellation));
        return command;
    }

    private static async Task<int> Run(Workspace workspace, Screen screen, string? filter, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        string chromium;
        try
        {
            chromium = await Prepare(workspace, screen, cancellation);
        }
        catch (Exception fault) when (fault is CliException or AzuriteException)
        {
            screen.Complain(fault.Message);
            screen.Line($"{new TestCounts(0, 1, 0)}");
            return 1;
        }

        var total = TestCounts.None;
        foreach (var project in Projects)
            total += await RunProject(workspace, screen, project, filter, chromium, cancellation);
        screen.Line(Texts.Get("test.took", watch.Elapsed.ToString("mm\\:ss", null), workspace.TestResults));
        if (total.Passed + total.Failed == 0)
            screen.Line(Texts.Get("test.nothing"));
        screen.Line($"{total}");
        return total is { Failed: 0, Passed: > 0 } ? 0 : 1;
    }

    /// <returns>The browser.</returns>
    private static async Task<string> Prepare(Workspace workspace, Screen screen, CancellationToken cancellation)
    {
        await screen.Work(Texts.Get("azurite.checking"), progress =>
            AzuriteInstallation.EnsureAsync(workspace.Root, _ => progress(Texts.Get("azurite.installing")), cancellation));
        var chromium = await Chromium.Get(workspace, screen, cancellation);
        screen.Line(Texts.Get("test.building"));
        var built = await Tool.Run(
            "dotnet", ["build", "IntegrationHub.sln", "-c", "Release", "--nologo", "-v", "quiet", "-clp:ErrorsOnly"], workspace.Root, cancellation);
        return built == 0 ? chromium : throw new CliException(Texts.Get("test.notBuilt"));
    }

    private static async Task<TestCounts> RunProject(
        Workspace workspace, Screen screen, string project, string? filter, string chromium, CancellationToken cancellation)
    {
        Directory.CreateDirectory(workspace.TestResults);
        var report = Path.Combine(workspace.TestResults, project + ".json");
        File.Delete(report);
        string[] wanted = filter is null ? [] : ["-method", $"*{filter}*"];
        var code = await Tool.Run(
            "dotnet",
            [workspace.Program("tests", project), "-noLogo", "-noColor", .. wanted, "-result-ctrf", report],
            workspace.Root, cancellation, (Chromium.Variable, chromium));
        var counts = TestCounts.Read(report, code);
        screen.Line($"{project}: {counts}");
        return counts;
    }
}
