namespace IntegrationHub.Core.Badges;

/// <summary>
/// Carries a change of standing into credential and status lists (<see cref="CredentialStatusExtensions.Shows"/>). Each part again
/// changes nothing.
/// </summary>
public sealed class CredentialStatusPublisher(ICredentials credentials, IStatusLists lists)
{
    /// <summary>Does it.</summary>
    /// <returns>The credential as the change left it; null where there is none of that name.</returns>
    public async Task<Credential?> Carry(CredentialStatusChange change, CancellationToken cancellation)
    {
        if (await credentials.Change(change.Credential, change.Apply, cancellation) is not { } credential)
            return null;
        await Publish(credential, cancellation);
        return credential;
    }

    /// <summary>
    /// Sets the bits, and again where the standing changed meanwhile: of several workers the last one leaves what the credential says.
    /// </summary>
    private async Task Publish(Credential credential, CancellationToken cancellation)
    {
        while (true)
        {
            var (institution, published) = (credential.Id.Institution, credential.Standing);
            foreach (var purpose in Enum.GetValues<StatusPurpose>())
                await lists.Set(institution, purpose, credential.Status, published.Shows(purpose), cancellation);
            credential = await credentials.Find(credential.Id, cancellation) ?? credential;
            if (credential.Standing == published)
                return;
        }
    }
}
