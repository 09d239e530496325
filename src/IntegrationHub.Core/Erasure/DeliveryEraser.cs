using IntegrationHub.Core.Learners;
using IntegrationHub.Core.Lms;
using IntegrationHub.Core.Messaging;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;

namespace IntegrationHub.Core.Erasure;

/// <summary>
/// Erases the raw deliveries that concern a learner: those that spell one of the identifiers that the SIS gives, and those
/// whose protocol reads a completion of that learner in them, however signed or numbered, for the look-up keys say so. A
/// batch with completions of others too stays, for theirs may still wait to be decided; and so does what cannot be read
/// now, for nobody knows who else is in it.
/// </summary>
public sealed class DeliveryEraser(
    Readers readers,
    ILearners learners,
    LearnerMatcher matcher,
    IInstitutions institutions,
    IPayloads payloads)
{
    /// <summary>Erases what concerns the learner alone.</summary>
    /// <returns>How many were erased, and how many stay that are, or may be, about others too.</returns>
    public async Task<(int Erased, int Batches)> Erase(string institutionId, Learner learner, CancellationToken cancellation)
    {
        var institution = institutions.Get(institutionId);
        var identifiers = IdentifierMatcher.Of(learner);
        var known = new Dictionary<string, bool>();
        var batches = 0;
        var erased = await payloads.Erase(institutionId, IsToGo, cancellation);
        return (erased, batches);

        async Task<bool> IsToGo(StoredDelivery delivery)
        {
            var whose = await Read(delivery, institution, learner.Id, identifiers, known, cancellation);
            if (whose?.Contains(true) != true && !Spells(delivery, identifiers))
                return false;
            if (whose?.Contains(false) == false)
                return true;
            batches++;
            return false;
        }
    }

    // A form percent-encodes addresses; a CloudEvent may name somebody in a header.
    private static bool Spells(StoredDelivery delivery, IdentifierMatcher identifiers) =>
        identifiers.IsIn(delivery.Body)
        || identifiers.IsIn(Uri.UnescapeDataString(delivery.Body))
        || delivery.Headers.Values.Any(identifiers.IsIn);

    /// <summary>Of each completion in the delivery, whether it is the learner's; null where nobody can read it now.</summary>
    private async Task<List<bool>?> Read(
        StoredDelivery delivery,
        Institution institution,
        string learner,
        IdentifierMatcher identifiers,
        Dictionary<string, bool> known,
        CancellationToken cancellation)
    {
        if (!institution.Sources.TryGetValue(delivery.Source, out var source)
            || readers.Read(source, delivery) is not { Fault: null } reading)
            return null;
        var whose = new List<bool>();
        foreach (var completion in reading.Completions)
        {
            var isLearner = false;
            foreach (var reference in completion.Learner)
            {
                var key = matcher.KeyOf(institution, source.Name, reference);
                if (!known.TryGetValue(key, out var leadsThere))
                    known[key] = leadsThere = await learners.FindId(institution.Id, key, cancellation) == learner;
                isLearner |= leadsThere || (reference.Kind != LearnerReferenceKind.LmsId && identifiers.IsIn(reference.Value));
            }

            whose.Add(isLearner);
        }

        return whose;
    }
}
