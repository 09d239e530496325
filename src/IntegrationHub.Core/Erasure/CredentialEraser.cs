using IntegrationHub.Core.Badges;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.Institutions;

namespace IntegrationHub.Core.Erasure;

/// <summary>Erases signed documents and what third parties said of them; a place in the status list stays, and names nobody.</summary>
public sealed class CredentialEraser(
    ICredentials credentials,
    IEndorsements endorsements,
    IInstitutions institutions,
    ISecrets secrets,
    TimeProvider time)
{
    /// <summary>Erases what was signed for awards, and what is held.</summary>
    public async Task Erase(string institution, IEnumerable<Award> awards, IEnumerable<Holding> held, CancellationToken cancellation)
    {
        var pepper = secrets.Pepper(institutions.Get(institution));
        foreach (
            var credential in awards.Select(award => CredentialId.Of(award.Id, pepper)).Union(held.Select(holding => holding.Credential)))
        {
            if (await credentials.Change(credential, kept => kept.Erased is null ? kept.Erase(time.GetUtcNow()) : null, cancellation)
                is not null)
                await endorsements.Erase(institution, new(EndorsementKind.Credential, credential.ToString()), cancellation);
        }
    }
}
