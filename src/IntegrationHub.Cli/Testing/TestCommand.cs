using System.CommandLine;
using System.Diagnostics;
using IntegrationHub.Cli.Azurite;
using IntegrationHub.Cli.Local;
using IntegrationHub.Cli.Shell;

namespace IntegrationHub.Cli.Testing;

internal static class TestCommand
{
    public static Command Create(Workspace workspace, Screen screen)
    {
        var filter = new Argument<string?>("FILTER") { Description = Texts.Get("test.filter"), Arity = ArgumentArity.ZeroOrOne };
        var fast = new Option<bool>("--fast") { Description = Texts.Get("test.fast") };
        var host = new Option<bool>("--host") { Description = Texts.Get("test.host") };
        var command = new Command("test", Texts.Get("test.help")) { filter, fast, host };
        command.SetAction(
            (parsed, cancellation) =>
            {
                var names = parsed.GetValue(host) ? OnTheHost(workspace, parsed.GetValue(filter)) : parsed.GetValue(filter);
                return Run(workspace, screen, names, parsed.GetValue(fast), cancellation);
            });
        return command;
    }

    /// <returns>What the names of the tests on a real host begin with.</returns>
    private static string OnTheHost(Workspace workspace, string? filter) =>
        FunctionsHost.Read(workspace.Environment) is null
            ? throw new CliException(Texts.Get("host.missing"))
            : $"IntegrationHub.EndToEnd.RealHost.*{filter}";

    private static async Task<int> Run(Workspace workspace, Screen screen, string? filter, bool fast, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        (string, string)[] browser = [];
        try
        {
            if (!fast)
                browser = [(Chromium.Variable, await Tools(workspace, screen, cancellation))];
            await Build(workspace, screen, fast, cancellation);
        }
        catch (Exception fault) when (fault is CliException or AzuriteException)
        {
            screen.Complain(fault.Message);
            screen.Line($"{new TestCounts(0, 1, 0)}");
            return 1;
        }

        var runner = new TestRunner(screen, (project, seen) => RunProject(workspace, project.Name, seen, filter, browser, cancellation));
        var total = await runner.Run([.. TestProject.All.Where(project => project.IsFast || !fast)]);
        screen.Line(Texts.Get("test.took", watch.Elapsed.ToString("mm\\:ss", null), workspace.TestResults));
        if (total.Passed + total.Failed == 0)
            screen.Line(Texts.Get("test.nothing"));
        screen.Line($"{total}");
        return total is { Failed: 0, Passed: > 0 } ? 0 : 1;
    }

    /// <returns>The browser.</returns>
    private static async Task<string> Tools(Workspace workspace, Screen screen, CancellationToken cancellation)
    {
        await screen.Work(Texts.Get("azurite.checking"), progress =>
            AzuriteInstallation.EnsureAsync(workspace.Root, _ => progress(Texts.Get("azurite.installing")), cancellation));
        return await Chromium.Get(workspace, screen, cancellation);
    }

    private static async Task Build(Workspace workspace, Screen screen, bool fast, CancellationToken cancellation)
    {
        screen.Line(Texts.Get("test.building"));
        IEnumerable<string> what = fast
            ? TestProject.All.Where(project => project.IsFast).Select(project => Path.Combine("tests", project.Name))
            : ["IntegrationHub.sln"];
        foreach (var one in what)
            if (await Tool.Run(
                    "dotnet",
                    ["build", one, "-c", "Release", "--nologo", "-v", "quiet", "-clp:ErrorsOnly"],
                    workspace.Root,
                    cancellation) != 0)
                throw new CliException(Texts.Get("test.notBuilt"));
    }

    private static async Task<TestOutcome> RunProject(
        Workspace workspace,
        string project,
        bool seen,
        string? filter,
        (string, string)[] browser,
        CancellationToken cancellation)
    {
        Directory.CreateDirectory(workspace.TestResults);
        var report = Path.Combine(workspace.TestResults, project + ".json");
        File.Delete(report);
        string[] wanted = filter is null ? [] : ["-method", $"*{filter}*"];
        string[] arguments = [workspace.Program("tests", project), "-noLogo", "-noColor", .. wanted, "-result-ctrf", report];
        var (code, unseen) = seen
            ? (await Tool.Run("dotnet", arguments, workspace.Root, cancellation, browser), "")
            : await Tool.Listen("dotnet", arguments, workspace.Root, cancellation, browser);
        return new(project, TestCounts.Read(report, code), unseen);
    }
}
