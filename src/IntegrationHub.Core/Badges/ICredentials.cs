namespace IntegrationHub.Core.Badges;

/// <summary>Where the hub's own credentials are kept.</summary>
public interface ICredentials
{
    /// <summary>A credential; null where there is none of that name.</summary>
    Task<Credential?> Find(CredentialId id, CancellationToken cancellation);

    /// <summary>Writes a credential if it was not changed since it was read; a new one if there is none yet.</summary>
    /// <returns>False where another was quicker: nothing was written.</returns>
    Task<bool> Save(Credential credential, CancellationToken cancellation);
}

/// <summary>Shorthands over <see cref="ICredentials"/>.</summary>
public static class CredentialsExtensions
{
    /// <summary>Changes a credential, again with the newest where another was quicker.</summary>
    /// <param name="credentials">Where they are kept.</param>
    /// <param name="id">Which.</param>
    /// <param name="change">What becomes of it; null for leaving it.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>The credential as it is afterwards; null where there is none.</returns>
    public static async Task<Credential?> Change(
        this ICredentials credentials,
        CredentialId id,
        Func<Credential, Credential?> change,
        CancellationToken cancellation)
    {
        while (await credentials.Find(id, cancellation) is { } found)
        {
            if (change(found) is not { } changed)
                return found;
            if (await credentials.Save(changed, cancellation))
                return changed;
        }

        return null;
    }
}
