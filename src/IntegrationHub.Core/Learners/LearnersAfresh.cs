using IntegrationHub.Core.Failures;
using IntegrationHub.Core.Model.Institutions;

namespace IntegrationHub.Core.Learners;

/// <summary>
/// Learners as the SIS knows them now: names change, and addresses do. It is asked at most once a day for a learner, and anew for one
/// without a name; while it does not answer, what was known serves.
/// </summary>
public sealed class LearnersAfresh(ILearners learners, LearnerLookups lookups, TimeProvider time)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromDays(1);

    /// <summary>A learner by id; null where erased or never known.</summary>
    public async Task<Learner?> Find(Institution institution, string id, CancellationToken cancellation)
    {
        var kept = await learners.Find(institution.Id, id, cancellation);
        if (kept is null || IsFresh(kept))
            return kept;
        if (await Ask(institution, kept, cancellation) is not { } person || !IsStill(kept, person))
            return kept;
        var afresh = person.AsLearner(kept.Id, institution, time.GetUtcNow());
        await learners.Renew(institution.Id, afresh, cancellation);
        return afresh;
    }

    private bool IsFresh(Learner learner) => learner.HasName && time.GetUtcNow() - learner.AsOf < Fresh;

    private async Task<Person?> Ask(Institution institution, Learner learner, CancellationToken cancellation)
    {
        try
        {
            return await lookups.ByNumber(institution, learner.StudentNumber, cancellation);
        }
        catch (OutsideException)
        {
            return null;
        }
    }

    /// <summary>A student number may have been given to somebody else.</summary>
    private static bool IsStill(Learner learner, Person person) =>
        string.Equals(learner.PersonId, person.PersonId, StringComparison.OrdinalIgnoreCase);
}
