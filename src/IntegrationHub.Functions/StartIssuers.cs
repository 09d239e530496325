using IntegrationHub.Connectors.Badges.OwnIssuer;
using IntegrationHub.Core.Credentials;
using IntegrationHub.Core.Institutions;
using IntegrationHub.OpenBadges.Keys;
using Microsoft.Extensions.Hosting;

namespace IntegrationHub.Functions;

/// <summary>Looks at every issuer's keys before anything runs: with one missing or malformed the hub does not start, and lists them.</summary>
internal sealed class StartIssuers(IInstitutions institutions, SigningKeys keys, PublicAddresses addresses) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        var faults = institutions.All.SelectMany(institution => new[] { keys.Fault(institution), MisplacedDid(institution) }).OfType<string>().ToList();
        return faults.Count == 0 ? Task.CompletedTask : throw new SigningKeyException(string.Join(Environment.NewLine, faults));
    }

    /// <summary>A DID on the hub's own address leads to the institution's own document there, or its credentials could never be checked.</summary>
    private string? MisplacedDid(Institution institution)
    {
        if (institution.Issuer is not { } issuer)
            return null;
        try
        {
            var document = DidWeb.ToAddress(issuer.Did);
            return !addresses.IsOwn(document) || document.AbsolutePath == addresses.DidDocument(institution.Id).AbsolutePath
                ? null
                : $"The DID of the institution '{institution.Id}' leads to another document of the hub; it is {DidWeb.FromAddress(addresses.Issuer(institution.Id))} there.";
        }
        catch (KeyException)
        {
            return $"The DID of the institution '{institution.Id}' is malformed: write it like did:web:hub.example.ca:issuers:{institution.Id}.";
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
