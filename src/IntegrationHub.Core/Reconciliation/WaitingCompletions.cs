using IntegrationHub.Core.Attention;
using IntegrationHub.Core.Awarding;
using IntegrationHub.Core.Learners;
using IntegrationHub.Core.Lms;
using IntegrationHub.Core.Messaging;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.MicroCredentials;

namespace IntegrationHub.Core.Reconciliation;

/// <summary>Finds among the completions that wait for a person the one that an LMS tells of.</summary>
public sealed class WaitingCompletions(LearnerMatcher matcher, IAttention attention, IPayloads payloads, Readers readers)
{
    /// <summary>Whether the same waits for a person to say who it is, however it came.</summary>
    public Task<bool> Hold(Institution institution, Source source, Completion completion, CancellationToken cancellation) => Hold(
        institution,
        source,
        UncertainLearner.Items(institution, source.Name, completion.Learner, matcher),
        completion,
        cancellation);

    /// <summary>Whether the same, of a known learner, waits for a person to settle a doubt, however it came.</summary>
    public Task<bool> Hold(
        Institution institution,
        Source source,
        string learner,
        MicroCredential microCredential,
        Completion completion,
        CancellationToken cancellation) => Hold(
            institution,
            source,
            new Doubted(institution, source, learner, microCredential, completion, []).Items(),
            completion,
            cancellation);

    private async Task<bool> Hold(
        Institution institution,
        Source source,
        IEnumerable<AttentionItem> items,
        Completion completion,
        CancellationToken cancellation)
    {
        foreach (var item in items)
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
