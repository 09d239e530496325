using IntegrationHub.Core.Attention;
using IntegrationHub.Core.Learners;
using IntegrationHub.Core.Lms;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;

namespace IntegrationHub.Core.Reconciliation;

/// <summary>
/// Ends the questions about a learner that reconciliation has answered: its LMS tells more names than the event that waits did.
/// </summary>
public sealed class OlderQuestions(LearnerMatcher matcher, IAttention attention, HeldCompletions held, Readers readers)
{
    /// <summary>A completion counted that the LMS told when it was asked.</summary>
    public async Task End(Institution institution, Source source, Completion counted, CancellationToken cancellation)
    {
        // By another of the learner's names it may be known by now; whoever is not comes to wait again.
        foreach (var item in counted.Learner.Where(reference => reference.Kind == LearnerReferenceKind.LmsId)
            .SelectMany(reference => UncertainLearner.Items(institution, source.Name, [reference], matcher)))
        {
            if (item.Cause is UnknownLearner && await attention.Find(institution.Id, item.Id, cancellation) is not null)
                await held.Release(institution.Id, item.Id, cancellation);
        }

        if (counted.Attempt is null)
            return;
        foreach (var item in await attention.Open(institution.Id, cancellation))
        {
            if (item.Cause is not UnknownLearner || item.Source != source.Name)
                continue;
            await foreach (var waiting in attention.Waiting(institution.Id, item.Id, cancellation))
            {
                if (await held.Read(waiting, cancellation) is { } kept
                    && readers.Read(source, kept).Completions.Any(one => IsTheAttempt(one, waiting, counted)))
                    await held.GiveUp(institution.Id, item.Id, waiting, cancellation);
            }
        }
    }

    /// <summary>An attempt is one learner's: whatever name it waits under, it is the same.</summary>
    private static bool IsTheAttempt(Completion one, WaitingCompletion waiting, Completion counted) =>
        (waiting.EventId is null || one.EventId == waiting.EventId)
        && (one.Kind, one.Assessment, one.Attempt) == (counted.Kind, counted.Assessment, counted.Attempt);
}
