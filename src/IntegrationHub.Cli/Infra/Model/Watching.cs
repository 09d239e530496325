using System.Runtime.CompilerServices;
using IntegrationHub.Catalogue;
using IntegrationHub.Cli.Shell;
using IntegrationHub.Core.Attention;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Telemetry;
using IntegrationHub.Storage;

namespace IntegrationHub.Cli.Infra.Model;

/// <summary>What alerts and dashboards may rest on, and what lies beside them.</summary>
/// <param name="Metrics">The hub's measurements.</param>
/// <param name="Values">What an attribute may be, where that is known.</param>
/// <param name="Runbook">docs/runbook.md.</param>
/// <param name="Dashboard">The dashboard for Grafana.</param>
internal sealed record Watching(
    IReadOnlyList<HubMetric> Metrics,
    IReadOnlyDictionary<string, IReadOnlyCollection<string>> Values,
    string Runbook,
    string Dashboard)
{
    public const string RunbookFile = "docs/runbook.md";
    public const string DashboardFile = "infra/grafana/hub.json";

    /// <summary>The causes that slices of the Core and the catalogue may register.</summary>
    internal static IEnumerable<string> Causes { get; } =
        from assembly in new[] { typeof(Cause).Assembly, typeof(FaultyFiles).Assembly }
        from type in assembly.GetExportedTypes()
        where type.IsSealed && type.IsSubclassOf(typeof(Cause))
        select ((Cause)RuntimeHelpers.GetUninitializedObject(type)).Name;

    /// <summary>What the code writes into attributes.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyCollection<string>> Written { get; } =
        new Dictionary<string, IReadOnlyCollection<string>>
        {
            ["cause"] = [.. Causes],
            ["step"] = Enum.GetNames<StepName>(),
            ["state"] = Enum.GetNames<StepState>(),
            ["queue"] = [.. StorageNames.Queues],
            ["outcome"] = ["done", "failed", "ok", "refused", "unavailable"],
        };


    /// <summary>Reads the files of a clone; one that is not there is empty, and what points to it is a fault.</summary>
    public static Watching Read(Workspace workspace) =>
        new(HubMetric.All, Written, Text(workspace, RunbookFile), Text(workspace, DashboardFile));

    private static string Text(Workspace workspace, string file) =>
        Path.Combine(workspace.Root, file) is var path && File.Exists(path) ? File.ReadAllText(path) : "";
}
