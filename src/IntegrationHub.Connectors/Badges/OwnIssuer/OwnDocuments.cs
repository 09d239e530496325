using System.Text;
using IntegrationHub.Core.Badges;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.OpenBadges.Http;
using IntegrationHub.OpenBadges.Verification;

namespace IntegrationHub.Connectors.Badges.OwnIssuer;

/// <summary>
/// What the hub publishes itself it takes from itself, so that checking its own credentials needs no way out; the rest is
/// fetched under rules. A DID on a domain of its own is asked there: a file alone proves no ownership of a domain.
/// </summary>
internal sealed class OwnDocuments(
    HttpDocuments outside,
    IInstitutions institutions,
    IssuerDocuments issuers,
    StatusListDocuments lists,
    ICredentials credentials,
    IHoldings holdings,
    PublicAddresses addresses) : IDocuments
{
    /// <inheritdoc/>
    public async Task<byte[]> Fetch(Uri address, CancellationToken cancellation)
    {
        if (!addresses.IsOwn(address))
            return await outside.Fetch(address, cancellation);
        return await Own(address.AbsolutePath.Trim('/').Split('/'), cancellation)
            ?? throw new DocumentException("The hub publishes nothing at this address.");
    }

    private async Task<byte[]?> Own(string[] path, CancellationToken cancellation) =>
        path switch
        {
            ["issuers", var institution, "did.json"] when Issuer(institution) is { } issuer => issuers.Did(issuer),
            ["issuers", var institution] when Issuer(institution) is { } issuer => issuers.Profile(issuer),
            ["issuers", var institution, "keys", var thumbprint] when Issuer(institution) is { } issuer => issuers.Key(issuer, thumbprint),
            ["issuers", var institution, "status", var list] when Issuer(institution) is { } issuer => await lists.Read(
                issuer,
                list,
                cancellation),
            ["credentials", var file] when CredentialId.TryParse(file.Split('.')[0], out var id) => await Document(id, cancellation),
            _ => null,
        };

    private async Task<byte[]?> Document(CredentialId id, CancellationToken cancellation) =>
        await credentials.Find(id, cancellation) is { Documents: { } documents, Holder: { } holder }
        && await holdings.Find(holder.Learner, id, cancellation) is { Withdrawn: null }
            ? Encoding.UTF8.GetBytes(documents.Json)
            : null;

    private Institution? Issuer(string id) =>
        institutions.TryGet(id, out var institution) && institution.Issuer is not null ? institution : null;
}
