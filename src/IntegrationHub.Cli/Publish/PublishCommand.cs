using System.CommandLine;
using System.Diagnostics;
using IntegrationHub.Cli.Shell;

namespace IntegrationHub.Cli.Publish;

internal static class PublishCommand
{
    private const double Megabyte = 1_000_000;

    /// <summary>What Flex Consumption runs.</summary>
    private const string OfAzure = "linux-x64";

    public static Command Create(Workspace workspace, Screen screen)
    {
        var runtime = new Option<string>("--runtime") { Description = Texts.Get("publish.runtime"), DefaultValueFactory = _ => OfAzure };
        var output = Options.Text("--output", "publish.output");
        var command = new Command("publish", Texts.Get("publish.help")) { Former(), runtime, output };
        command.SetAction(
            (parsed, cancellation) => Run(workspace, screen, parsed.GetValue(runtime)!, parsed.GetValue(output), cancellation));
        return command;
    }

    /// <summary>An option of the last release, when each host had a package of its own; still accepted, for one release.</summary>
    private static Option<string> Former()
    {
        var host = new Option<string>("--host") { Description = Texts.Get("publish.host"), Hidden = true };
        host.AcceptOnlyFromAmong("azure", "embedded");
        return host;
    }

    private static async Task<int> Run(Workspace workspace, Screen screen, string runtime, string? output, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        var build = new AppBuild(workspace, runtime);
        var (zip, files) = (Path.GetFullPath(output ?? build.UsualZip), 0);
        await screen.Work(Texts.Get("publish.building", runtime), async progress =>
        {
            await build.Run(cancellation);
            progress(Texts.Get("publish.checking"));
            if (AppPackage.Faults(build.Folder).ToList() is { Count: > 0 } faults)
                throw new CliException(string.Join(Environment.NewLine, [.. faults, Texts.Get("publish.unfit", build.Folder, build.Log)]));
            progress(Texts.Get("publish.zipping", zip));
            files = AppPackage.Zip(build.Folder, zip);
        });
        screen.Line(Texts.Get("publish.done", zip, new FileInfo(zip).Length / Megabyte, files, watch.Elapsed.TotalSeconds));
        screen.Line(Texts.Get("publish.folder", build.Folder));
        if (runtime == OfAzure)
            screen.Line(Texts.Get("publish.nextAzure", zip));
        screen.Line(Texts.Get("publish.nextEmbedded", zip));
        return 0;
    }
}
