using IntegrationHub.Core.Completions;
using IntegrationHub.Core.Institutions;
using IntegrationHub.Core.Learners;
using IntegrationHub.Core.Messaging;

namespace IntegrationHub.Core.Erasures;

/// <summary>
/// Tells which raw deliveries concern a learner: those that spell one of the identifiers that the SIS gives, and those
/// whose protocol reads a completion of that learner in them, however signed or numbered, for the look-up keys say so. A
/// batch with completions of others too is told apart: theirs may still wait to be decided.
/// </summary>
public sealed class Traces(Readers readers, ILearners learners, LearnerMatcher matcher, IInstitutions institutions)
{
    /// <summary>Whether a delivery concerns a learner.</summary>
    public Func<StoredDelivery, Task<Concern>> Of(string institution, Learner learner, CancellationToken cancellation)
    {
        var mention = MentionOf(learner);
        var known = new Dictionary<string, bool>();
        return async delivery =>
        {
            var whose = await Read(delivery, institutions.Get(institution), learner.Id, mention, known, cancellation);
            return !whose.Contains(true) && !Spells(delivery, mention) ? Concern.None
                : whose.Contains(false) ? Concern.AmongOthers
                : Concern.Alone;
        };
    }

    /// <summary>Tells whether a text spells one of the learner's identifiers.</summary>
    internal static Mention MentionOf(Learner learner) => new([.. new[] { learner.StudentNumber, learner.PersonId, learner.Email }.OfType<string>()]);

    // A form percent-encodes addresses; a CloudEvent may name somebody in a header.
    private static bool Spells(StoredDelivery delivery, Mention mention) =>
        mention.IsIn(delivery.Body) || mention.IsIn(Uri.UnescapeDataString(delivery.Body)) || delivery.Headers.Values.Any(mention.IsIn);

    /// <summary>Of each completion in the delivery, whether it is the learner's.</summary>
    private async Task<List<bool>> Read(StoredDelivery delivery, Institution institution, string learner, Mention mention, Dictionary<string, bool> known, CancellationToken cancellation)
    {
        var whose = new List<bool>();
        if (!institution.Sources.TryGetValue(delivery.Source, out var source))
            return whose;
        foreach (var completion in readers.Read(source, delivery).Completions)
        {
            var isLearner = false;
            foreach (var reference in completion.Learner)
            {
                var key = matcher.KeyOf(institution, source.Name, reference);
                if (!known.TryGetValue(key, out var leadsThere))
                    known[key] = leadsThere = await learners.FindId(institution.Id, key, cancellation) == learner;
                isLearner |= leadsThere || mention.IsIn(reference.Value);
            }

            whose.Add(isLearner);
        }

        return whose;
    }
}

/// <summary>How a delivery concerns a person.</summary>
public enum Concern
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>It is about the person alone.</summary>
    Alone,

    /// <summary>It is a batch that is about others too.</summary>
    AmongOthers,
}
