using IntegrationHub.Connectors.Badges.OwnIssuer;
using IntegrationHub.Core.Institutions;
using Microsoft.Extensions.Hosting;

namespace IntegrationHub.Functions;

/// <summary>Looks at every issuer's keys and DID before anything runs: with one missing or malformed the hub does not start, and lists them.</summary>
internal sealed class StartIssuers(IInstitutions institutions, IEnumerable<IInstitutionCheck> checks) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        var faults = institutions.All.SelectMany(institution => checks.Select(check => check.Fault(institution))).OfType<string>().ToList();
        return faults.Count == 0 ? Task.CompletedTask : throw new SigningKeyException(string.Join(Environment.NewLine, faults));
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
