using IntegrationHub.Core.Attention;
using IntegrationHub.Core.Learners;
using IntegrationHub.Core.Messaging;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.Completions;

namespace IntegrationHub.Core.Erasure;

/// <summary>Takes away what people were to settle about a learner: items that name the person, or an award of theirs.</summary>
public sealed class AttentionEraser(IAttention attention, HeldCompletions held, IQueues queues)
{
    /// <summary>Takes the items away.</summary>
    /// <param name="institution">The tenant.</param>
    /// <param name="learnerId">The hub's id of the learner.</param>
    /// <param name="learner">The learner; null where already erased.</param>
    /// <param name="awards">The learner's awards.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task Erase(
        string institution,
        string learnerId,
        Learner? learner,
        IReadOnlyCollection<Award> awards,
        CancellationToken cancellation)
    {
        var identifiers = learner is null ? null : IdentifierMatcher.Of(learner);
        foreach (var item in await attention.All(institution, cancellation))
        {
            if (IsAbout(item))
                await held.GiveUp(institution, item.Id, cancellation);
            else if (item.Candidates.Any(candidate => identifiers?.IsIn(candidate) == true))
                await MatchAgain(institution, item, cancellation);
        }

        bool IsAbout(AttentionItem item) =>
            (item.Award is { } award && awards.Any(own => own.Id == award))
            || item.Subject.Text?.Contains(learnerId, StringComparison.Ordinal) == true
            || Asks(item);

        // An id of the LMS, or a course, may have the digits of a student number.
        bool Asks(AttentionItem item) =>
            item.Subject is LearnerSubject { Reference: { Kind: not LearnerReferenceKind.LmsId } reference }
            && identifiers?.IsIn(reference.Value) == true;
    }

    /// <summary>What waits may be another's, whom the learner was only a candidate beside.</summary>
    private async Task MatchAgain(string institution, AttentionItem item, CancellationToken cancellation)
    {
        await queues.Send(TrackingId.New(), new ReleaseHeld(institution, item.Id), cancellation);
        await attention.Settle(institution, item.Id, cancellation);
    }
}
