using IntegrationHub.Core.Awards;

namespace IntegrationHub.Core.Credentials;

/// <summary>
/// Carries a change of standing through: credential, status lists, timeline. Each part again changes nothing. Open Badges
/// has room for one status entry, which points to the revocations: a suspension shows there too while it lasts, so that
/// nobody takes a suspended credential for a good one, and in its own list, which tells it apart (decision record 9).
/// </summary>
public sealed class StandingWork(ICredentials credentials, IStatusLists lists, IDossiers dossiers)
{
    /// <summary>Does it.</summary>
    public async Task Do(StandingChange change, CancellationToken cancellation)
    {
        if (await credentials.Change(change.Credential, change.Apply, cancellation) is not { } credential)
            throw new FormatException($"There is no credential {change.Credential}.");

        if (credential.StandingSince == change.At)
            await dossiers.Note(credential.Award, change.Entry(credential), cancellation);
        await Publish(credential, cancellation);
    }

    /// <summary>Sets the bits, and again where the standing changed meanwhile: of several workers the last one leaves what the credential says.</summary>
    private async Task Publish(Credential credential, CancellationToken cancellation)
    {
        while (true)
        {
            var (institution, published) = (credential.Id.Institution, credential.Standing);
            await lists.Set(institution, StatusPurpose.Revocation, credential.Status, published != Standing.Valid, cancellation);
            await lists.Set(institution, StatusPurpose.Suspension, credential.Status, published == Standing.Suspended, cancellation);
            credential = await credentials.Find(credential.Id, cancellation) ?? credential;
            if (credential.Standing == published)
                return;
        }
    }
}
