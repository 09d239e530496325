using IntegrationHub.Core.Completions;
using IntegrationHub.Core.Institutions;
using IntegrationHub.Core.Learners;
using IntegrationHub.Core.Messaging;

namespace IntegrationHub.Core.Erasures;

/// <summary>
/// Tells which raw deliveries concern a learner: those that spell one of the identifiers that the SIS gives, and those
/// whose protocol reads a completion of that learner in them, however signed or numbered, for the look-up keys say so.
/// </summary>
public sealed class Traces(IEnumerable<ILms> protocols, ILearners learners, LearnerMatcher matcher, IInstitutions institutions)
{
    private readonly Dictionary<string, ILms> _protocols = protocols.ToDictionary(lms => lms.Kind);

    /// <summary>Whether a delivery concerns a learner.</summary>
    public Func<StoredDelivery, Task<bool>> Of(string institution, Learner learner, CancellationToken cancellation)
    {
        var mention = new Mention([.. new[] { learner.StudentNumber, learner.PersonId, learner.Email }.OfType<string>()]);
        var known = new Dictionary<string, bool>();
        return async delivery => mention.IsIn(delivery.Body) || await IsIn(delivery, institutions.Get(institution), learner.Id, known, cancellation);
    }

    private async Task<bool> IsIn(StoredDelivery delivery, Institution institution, string learner, Dictionary<string, bool> known, CancellationToken cancellation)
    {
        if (!institution.Sources.TryGetValue(delivery.Source, out var source))
            return false;
        foreach (var reference in _protocols[source.Kind].Read(source, delivery.Delivery).Completions.SelectMany(completion => completion.Learner))
        {
            var key = matcher.KeyOf(institution, source.Name, reference);
            if (!known.TryGetValue(key, out var isLearner))
                known[key] = isLearner = await learners.FindId(institution.Id, key, cancellation) == learner;
            if (isLearner)
                return true;
        }

        return false;
    }
}
