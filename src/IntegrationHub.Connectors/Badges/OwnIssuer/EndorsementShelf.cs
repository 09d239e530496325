using System.Collections.Concurrent;
using System.Text.Json;
using IntegrationHub.Core.Credentials;

namespace IntegrationHub.Connectors.Badges.OwnIssuer;

/// <summary>The endorsements that go into a credential. Those of an issuer and of an achievement seldom change: they are read once a minute.</summary>
public sealed class EndorsementShelf(IEndorsements endorsements, TimeProvider time)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<(string, EndorsementSubject), (IReadOnlyList<Endorsement> Found, DateTimeOffset At)> _read = new();

    /// <summary>What is to be embedded in a new credential; endorsements that have ended are left out.</summary>
    public async Task<EndorsementSet> Of(string institution, string microCredential, CancellationToken cancellation) => new(
        await Shelved(institution, new(EndorsementKind.Issuer, ""), cancellation),
        await Shelved(institution, new(EndorsementKind.Achievement, microCredential), cancellation),
        []);

    /// <summary>What is to be embedded in a credential that exists already.</summary>
    public async Task<EndorsementSet> Of(string institution, string microCredential, CredentialId credential, CancellationToken cancellation) =>
        await Of(institution, microCredential, cancellation) with
        {
            Credential = Raw(await endorsements.Of(institution, new(EndorsementKind.Credential, credential.ToString()), cancellation)),
        };

    /// <summary>Something was taken in here: it is embedded from now on; other processes follow within a minute.</summary>
    public void Renew(string institution, EndorsementSubject subject) => _read.TryRemove((institution, subject), out _);

    private async Task<IReadOnlyList<JsonElement>> Shelved(string institution, EndorsementSubject subject, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (!_read.TryGetValue((institution, subject), out var shelved) || now - shelved.At > Fresh)
            _read[(institution, subject)] = shelved = (await endorsements.Of(institution, subject, cancellation), now);
        return Raw(shelved.Found);
    }

    private IReadOnlyList<JsonElement> Raw(IReadOnlyList<Endorsement> found) =>
        [.. found.Where(endorsement => endorsement.ValidUntil is null || endorsement.ValidUntil > time.GetUtcNow()).Select(endorsement => JsonElement.Parse(endorsement.Json))];
}
