using IntegrationHub.Cli.Infra.Checks;
using IntegrationHub.Cli.Infra.Model;

namespace IntegrationHub.Cli.Infra;

/// <summary>What the compiler does not see.</summary>
internal static class InfraChecks
{
    private static readonly Func<Deployment, HubCode, IEnumerable<InfraFault>>[] PerDeployment =
    [
        StorageCheck.Faults,
        LifeCycleCheck.Faults,
        SettingsCheck.Faults,
        SecretsCheck.Faults,
        OpenPathsCheck.Faults,
        (deployment, _) => RolesCheck.Faults(deployment),
        (deployment, _) => SkuCheck.Faults(deployment),
        (deployment, _) => KeysCheck.Faults(deployment),
        (deployment, _) => LocationCheck.Faults(deployment),
        (deployment, _) => RuntimeCheck.Faults(deployment),
        (deployment, _) => HostFileCheck.Faults(deployment),
    ];

    /// <summary>All faults; what is wrong in several deployments for one reason is said once.</summary>
    public static IReadOnlyList<InfraFault> Faults(IReadOnlyCollection<Deployment> deployments, HubCode code) =>
    [
        .. TriggersCheck.Faults(code)
            .Concat(HostFileCheck.Faults(code))
            .Concat(deployments.SelectMany(deployment => PerDeployment.SelectMany(check => check(deployment, code))))
            .Distinct(),
    ];
}
