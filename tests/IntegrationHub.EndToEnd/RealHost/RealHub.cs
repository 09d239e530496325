using System.Diagnostics;
using IntegrationHub.Cli.Local;
using IntegrationHub.Cli.Publish;
using IntegrationHub.Cli.Shell;
using IntegrationHub.EndToEnd.Hub;
using IntegrationHub.EndToEnd.Kill;
using IntegrationHub.Testing;

namespace IntegrationHub.EndToEnd.RealHost;

/// <summary>The hub’s package on the Azure Functions host that a variable names; where none is named, nothing is started.</summary>
public sealed class RealHub : PatientHub
{
    /// <summary>Why a test is skipped.</summary>
    public const string Missing = $"{FunctionsHost.Variable} names no Azure Functions host; ./hub test --host says where to get one.";

    /// <summary>Both hosts export where the standard variable says, and the Functions host with each request’s path.</summary>
    private const string BothExport = "OTEL_EXPORTER_OTLP_ENDPOINT";

    private static FunctionsHost? Named => FunctionsHost.Read(Environment.GetEnvironmentVariable);

    /// <summary>A host is named.</summary>
    public static bool IsAtHand => Named is not null;

    /// <inheritdoc/>
    public override async ValueTask InitializeAsync()
    {
        if (IsAtHand)
            await base.InitializeAsync();
    }

    /// <summary>The process that the host started for the functions.</summary>
    internal Process Worker() =>
        Children(ProcessId).Single(process => CommandLine(process.Id).Contains("--functions-worker-id", StringComparison.Ordinal));

    // The lines are the host's; what the hub logs goes to the collector alone.
    /// <inheritdoc/>
    protected override string[] Places => [.. Privacy.Places.Where(place => place != "log line")];

    /// <inheritdoc/>
    protected override async Task<ProcessStartInfo?> Program()
    {
        var build = AppBuild.ForThisMachine(new Workspace(Repository.Root, _ => null));
        if (!build.IsCurrent)
            await build.Run(CancellationToken.None);
        return Named!.Start(build.Folder, new Uri(Settings["urls"]).Port);
    }

    /// <inheritdoc/>
    protected override void Adjust(Dictionary<string, string> settings)
    {
        base.Adjust(settings);
        settings["Telemetry:Otlp"] = settings[BothExport];
        settings.Remove(BothExport);
    }

    // Core Tools may be started by a script, so that the host is a child itself.
    private static IEnumerable<Process> Children(int parent) =>
        Process
            .GetProcesses()
            .Where(process => ParentOf(process.Id) == parent)
            .SelectMany(child => Children(child.Id).Prepend(child));

    // The fields follow the name, which is in brackets: state, then the parent.
    private static int ParentOf(int process) =>
        Read(process, "stat") is { Length: > 0 } fields ? int.Parse(fields[(fields.LastIndexOf(')') + 2)..].Split(' ')[1], null) : 0;

    private static string CommandLine(int process) => Read(process, "cmdline");

    private static string Read(int process, string file)
    {
        try
        {
            return File.ReadAllText($"/proc/{process}/{file}");
        }
        catch (IOException)
        {
            return ""; // It has ended.
        }
    }
}
