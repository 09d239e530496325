using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.MicroCredentials;
using IntegrationHub.Core.Rules;

namespace IntegrationHub.Core.Awarding;

/// <summary>Adds what is new to a dossier, decides over all of it, and starts what follows (laws 2, 3 and 7).</summary>
public sealed class Decider(IDossiers dossiers, Consequences consequences, TimeProvider time)
{
    /// <summary>Takes news in; the same news again only starts again what has not ended.</summary>
    /// <param name="trackingId">Id of the cause.</param>
    /// <param name="institution">The tenant.</param>
    /// <param name="learner">The learner, by opaque id.</param>
    /// <param name="microCredential">The catalogue entry.</param>
    /// <param name="news">What is new, or may be.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task Decide(
        string trackingId,
        Institution institution,
        string learner,
        MicroCredential microCredential,
        News news,
        CancellationToken cancellation)
    {
        var id = DossierId.Of(institution.Id, learner, microCredential.Code);
        while (true)
        {
            var dossier = await dossiers.Read(id, cancellation);
            var told = dossier.Version is null
                ? news with
                {
                    Held = await HeldCredentials.Of(dossiers, institution, learner, microCredential, cancellation),
                }
                : news;
            var fresh = told.Without(dossier);
            var facts = fresh.With(dossier);
            var verdict = Rulebook.Decide(institution, microCredential, facts);
            var (awards, entries) = new AwardProjection(institution, learner, microCredential, time.GetUtcNow()).Apply(
                dossier,
                verdict,
                facts.Acts);
            var isChanged = !fresh.IsEmpty || awards.Count > 0 || verdict.Now != dossier.Decision;
            if (isChanged && !await dossiers.Decide(dossier, new(fresh, verdict.Now, awards, entries), cancellation))
                continue;

            var all = dossier.Awards.Where(award => awards.All(changed => changed.Id != award.Id)).Concat(awards).ToList();
            await consequences.Follow(
                new(trackingId, institution, learner, microCredential, verdict, all, fresh.IsEmpty ? all : awards, news),
                cancellation);
            return;
        }
    }
}
