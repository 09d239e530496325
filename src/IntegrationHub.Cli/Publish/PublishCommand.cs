using System.CommandLine;
using System.Diagnostics;
using IntegrationHub.Cli.Shell;

namespace IntegrationHub.Cli.Publish;

internal static class PublishCommand
{
    private const double Megabyte = 1_000_000;

    public static Command Create(Workspace workspace, Screen screen)
    {
        var host = new Option<string>("--host") { Description = Texts.Get("publish.host"), DefaultValueFactory = _ => AppHost.Azure.Name };
        host.AcceptOnlyFromAmong([.. AppHost.All.Select(known => known.Name)]);
        var runtime = new Option<string>("--runtime")
        {
            Description = Texts.Get("publish.runtime"),
            DefaultValueFactory = _ => AppHost.OfAzure,
        };
        var output = Options.Text("--output", "publish.output");
        var command = new Command("publish", Texts.Get("publish.help")) { host, runtime, output };
        command.SetAction(
            (parsed, cancellation) =>
                Run(
                    workspace,
                    screen,
                    AppHost.All.Single(known => known.Name == parsed.GetValue(host)),
                    parsed.GetValue(runtime)!,
                    parsed.GetValue(output),
                    cancellation));
        return command;
    }

    private static async Task<int> Run(
        Workspace workspace,
        Screen screen,
        AppHost host,
        string runtime,
        string? output,
        CancellationToken cancellation)
    {
        if (host == AppHost.Azure && runtime != AppHost.OfAzure)
            throw new CliException(Texts.Get("publish.onlyLinux", AppHost.OfAzure, runtime));
        var watch = Stopwatch.StartNew();
        var build = new AppBuild(workspace, host, runtime);
        var (zip, files) = (Path.GetFullPath(output ?? build.UsualZip), 0);
        await screen.Work(Texts.Get("publish.building", host.Name, runtime), async progress =>
        {
            await build.Run(cancellation);
            progress(Texts.Get("publish.checking"));
            if (AppPackage.Faults(build.Folder, host).ToList() is { Count: > 0 } faults)
                throw new CliException(string.Join(Environment.NewLine, [.. faults, Texts.Get("publish.unfit", build.Folder, build.Log)]));
            progress(Texts.Get("publish.zipping", zip));
            files = AppPackage.Zip(build.Folder, zip);
        });
        screen.Line(Texts.Get("publish.done", zip, new FileInfo(zip).Length / Megabyte, files, watch.Elapsed.TotalSeconds));
        screen.Line(Texts.Get("publish.folder", build.Folder));
        screen.Line(Texts.Get(host == AppHost.Azure ? "publish.nextAzure" : "publish.nextEmbedded", zip));
        return 0;
    }
}
