using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.Institutions;

namespace IntegrationHub.Core.Badges;

/// <summary>Finds the credential of an award for people of the institution.</summary>
public sealed class CredentialQueries(ICredentials credentials, IHoldings holdings, IInstitutions institutions, ISecrets secrets)
{
    /// <summary>
    /// The credential of an award, with what its learner did with it, but no name; null where the hub issued none for it.
    /// </summary>
    public async Task<CredentialView?> Find(AwardId award, CancellationToken cancellation)
    {
        if (!institutions.TryGet(award.Institution, out var institution)
            || await credentials.Find(CredentialId.Of(award, secrets.Pepper(institution)), cancellation) is not { } credential)
            return null;
        return credential.Holder is { } holder
            ? new(
                credential,
                institution,
                institution.MicroCredentials.GetValueOrDefault(holder.MicroCredential),
                await holdings.Find(holder.Learner, credential.Id, cancellation),
                HolderName: null)
            : new(credential, institution, null, null, null);
    }
}
