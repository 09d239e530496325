using IntegrationHub.Core.Learners;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.MicroCredentials;

namespace IntegrationHub.Core.Awarding;

/// <summary>Reads awards for people.</summary>
public sealed class AwardQueries(IDossiers dossiers, IAwardIndex index, ILearners learners, IInstitutions institutions)
{
    /// <summary>An award with what a person needs to know of it; null where there is none.</summary>
    public async Task<AwardView?> Find(AwardId id, CancellationToken cancellation)
    {
        if (!institutions.TryGet(id.Institution, out var institution))
            return null;
        var dossier = await dossiers.Read(id.Dossier, cancellation);
        if (dossier.Award(id.Cycle) is not { } award)
            return null;
        var learner = await learners.Find(id.Institution, award.Learner, cancellation);
        return new(
            award,
            institution,
            institution.MicroCredentials.GetValueOrDefault(award.MicroCredential)?.InVersion(award.Decision.Version),
            learner,
            dossier.Evidence,
            dossier.Parts,
            [.. dossier.Timeline.Where(entry => entry.Cycle == id.Cycle)]);
    }

    /// <summary>An institution's latest awards, the newest first.</summary>
    public async Task<IReadOnlyList<AwardView>> Recent(string institution, int days, int most, CancellationToken cancellation)
    {
        var ids = await index.Recent(institution, days, most, cancellation);
        var views = await Task.WhenAll(ids.Select(id => Find(id, cancellation)));
        return [.. views.OfType<AwardView>()];
    }
}

/// <summary>An award with what a person needs to know of it.</summary>
/// <param name="Award">The award.</param>
/// <param name="Institution">The tenant.</param>
/// <param name="MicroCredential">The catalogue entry; null where the catalogue has it no more.</param>
/// <param name="Learner">The learner; null where erased.</param>
/// <param name="Evidence">What the decision rests on.</param>
/// <param name="Parts">The awards of others, and the recognised credentials from other institutions, that it may rest on.</param>
/// <param name="Timeline">What happened, oldest first.</param>
public sealed record AwardView(
    Award Award,
    Institution Institution,
    MicroCredential? MicroCredential,
    Learner? Learner,
    IReadOnlyList<Evidence> Evidence,
    IReadOnlyList<StackedCredential> Parts,
    IReadOnlyList<TimelineEntry> Timeline)
{
    /// <summary>Title in both languages; the code where the catalogue has it no more.</summary>
    public BilingualText Title => MicroCredential?.Summary.Title ?? new(Award.MicroCredential, Award.MicroCredential);
}
