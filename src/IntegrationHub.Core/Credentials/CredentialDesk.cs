using IntegrationHub.Core.Awards;
using IntegrationHub.Core.Institutions;

namespace IntegrationHub.Core.Credentials;

/// <summary>Finds the credential of an award for people of the institution.</summary>
public sealed class CredentialDesk(ICredentials credentials, IInstitutions institutions, ISecrets secrets)
{
    /// <summary>The credential of an award; null where the hub issued none for it.</summary>
    public async Task<Credential?> Find(AwardId award, CancellationToken cancellation) =>
        institutions.Find(award.Institution, out var institution) == InstitutionState.InForce
            ? await credentials.Find(CredentialId.Of(award, secrets.Get(institution!.Pepper)), cancellation)
            : null;
}
