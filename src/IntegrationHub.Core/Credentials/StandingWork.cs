using IntegrationHub.Core.Awards;

namespace IntegrationHub.Core.Credentials;

/// <summary>Carries a person's word on a credential through: credential, status lists, timeline.</summary>
public sealed class StandingWork(StandingCarrier carrier, IDossiers dossiers)
{
    /// <summary>Does it.</summary>
    public async Task Do(StandingChange change, CancellationToken cancellation)
    {
        var credential = await carrier.Carry(change, cancellation) ?? throw new FormatException($"There is no credential {change.Credential}.");
        if (credential.StandingSince == change.At)
            await dossiers.Note(credential.Award, change.Entry(credential), cancellation);
    }
}
