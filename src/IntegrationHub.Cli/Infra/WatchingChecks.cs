using IntegrationHub.Cli.Infra.Checks;
using IntegrationHub.Cli.Infra.Model;

namespace IntegrationHub.Cli.Infra;

/// <summary>Whether what watches the hub would see anything.</summary>
internal static class WatchingChecks
{
    /// <summary>All faults; what is wrong in several deployments for one reason is said once.</summary>
    public static IReadOnlyList<InfraFault> Faults(IReadOnlyCollection<Deployment> deployments, Watching watching) =>
    [
        .. deployments.SelectMany(deployment => AlertsCheck.Faults(deployment, watching).Concat(WorkbookCheck.Faults(deployment, watching)))
            .Concat(DashboardCheck.Faults(watching))
            .Concat(RunbookCheck.Faults(deployments, watching))
            .Distinct(),
    ];
}
