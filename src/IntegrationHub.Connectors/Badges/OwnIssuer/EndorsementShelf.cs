using System.Collections.Concurrent;
using System.Text.Json;
using IntegrationHub.Core.Badges;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.MicroCredentials;

namespace IntegrationHub.Connectors.Badges.OwnIssuer;

/// <summary>
/// The endorsements that go into a credential. Those of an issuer and of an achievement seldom change: they are read once a minute.
/// </summary>
public sealed class EndorsementShelf(IEndorsements endorsements, PublicAddresses addresses, TimeProvider time)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<(string, EndorsementSubject), (IReadOnlyList<Endorsement> Found, DateTimeOffset At)> _read =
        new();

    /// <summary>
    /// What is to be embedded in a new credential; what has ended is left out, and what is about another version or language of the
    /// achievement.
    /// </summary>
    public async Task<EndorsementSet> Of(
        Institution institution,
        MicroCredential microCredential,
        string language,
        CancellationToken cancellation)
    {
        var achievement = addresses.Achievement(institution.Id, microCredential.Code, microCredential.Version, language).AbsoluteUri;
        var known = await Shelved(institution.Id, new(EndorsementKind.Achievement, microCredential.Code), cancellation);
        return new(
            await Shelved(institution.Id, new(EndorsementKind.Issuer, ""), cancellation),
            [.. known.Where(endorsement => endorsement.GetProperty("credentialSubject").GetProperty("id").ValueEquals(achievement))]);
    }

    /// <summary>What third parties say of one credential.</summary>
    public async Task<IReadOnlyList<JsonElement>> Of(CredentialId credential, CancellationToken cancellation) =>
        Raw(await endorsements.Of(credential.Institution, new(EndorsementKind.Credential, credential.ToString()), cancellation));

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
        [
            .. found
                .Where(endorsement => endorsement.ValidUntil is null || endorsement.ValidUntil > time.GetUtcNow())
                .Select(endorsement => JsonElement.Parse(endorsement.Json)),
        ];
}
