using IntegrationHub.Core.Attention;
using IntegrationHub.Core.Learners;
using IntegrationHub.Core.Lms;
using IntegrationHub.Core.Messaging;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;

namespace IntegrationHub.Core.Reconciliation;

/// <summary>Finds among the completions that wait for a person the one that an LMS tells of.</summary>
public sealed class WaitingCompletions(LearnerMatcher matcher, IAttention attention, IPayloads payloads, Readers readers)
{
    /// <summary>Whether the same waits for a person to say who it is, however it came.</summary>
    public async Task<bool> Hold(Institution institution, Source source, Completion completion, CancellationToken cancellation)
    {
        foreach (var item in UncertainLearner.Items(institution, source.Name, completion.Learner, matcher))
        {
            await foreach (var waiting in attention.Waiting(institution.Id, item.Id, cancellation))
            {
                if (waiting.EventId == completion.EventId)
                    return true;
                if (await payloads.Read(waiting.Payload, cancellation) is { } kept && readers.Read(source, kept).Completions.Any(IsTheSame))
                    return true;

                bool IsTheSame(Completion other) =>
                    (waiting.EventId is null || other.EventId == waiting.EventId)
                    && completion.IsSaidBy(Evidence.Of(other, source.Name, waiting.Payload));
            }
        }

        return false;
    }
}
