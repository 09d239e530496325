using IntegrationHub.Core.Attention;
using IntegrationHub.Core.Intake;
using IntegrationHub.Core.Learners;
using IntegrationHub.Core.Lms;
using IntegrationHub.Core.Messaging;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;

namespace IntegrationHub.Core.Awarding;

/// <summary>Lets deliveries wait for a person, behind the attention item that asks.</summary>
public sealed class HeldDeliveries(
    HeldCompletions held, AttentionRaiser attention, IAttention items, LearnerMatcher matcher, Readers readers)
{
    /// <summary>Lets one that cannot be read wait.</summary>
    /// <param name="delivery">The delivery, or the event of it that cannot be read.</param>
    /// <param name="trackingId">Its tracking id.</param>
    /// <param name="source">The source.</param>
    /// <param name="fault">Why it cannot be read.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task Unreadable(DeliveryKept delivery, string trackingId, string source, string fault, CancellationToken cancellation)
    {
        var waiting = await Hold(delivery, trackingId, cancellation);
        await attention.Raise(UnreadableDelivery.Of(delivery.Institution, source, fault, waiting), waiting, cancellation);
    }

    /// <summary>Lets one wait for an item.</summary>
    public async Task Wait(DeliveryKept delivery, string trackingId, AttentionItem item, CancellationToken cancellation) =>
        await attention.Raise(item, await Hold(delivery, trackingId, cancellation), cancellation);

    /// <summary>Lets go on what waits for an item.</summary>
    public Task Release(AttentionItem item, CancellationToken cancellation) => held.Release(item.Institution, item.Id, cancellation);

    /// <summary>
    /// Ends the questions about a learner that a completion has answered which the LMS told when it was asked: it tells more names than the
    /// event that waits did.
    /// </summary>
    public async Task EndOlder(Institution institution, Source source, Completion counted, CancellationToken cancellation)
    {
        // By another of the learner's names it may be known by now; whoever is not comes to wait again.
        foreach (var item in counted.Learner.Where(reference => reference.Kind == LearnerReferenceKind.LmsId)
            .SelectMany(reference => UncertainLearner.Items(institution, source.Name, [reference], matcher)))
        {
            if (item.Cause is UnknownLearner && await items.Find(institution.Id, item.Id, cancellation) is not null)
                await Release(item, cancellation);
        }

        if (counted.Attempt is null)
            return;
        foreach (var item in await items.Open(institution.Id, cancellation))
        {
            if (item.Cause is not UnknownLearner || item.Source != source.Name)
                continue;
            await foreach (var waiting in items.Waiting(institution.Id, item.Id, cancellation))
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

    private Task<WaitingCompletion> Hold(DeliveryKept delivery, string trackingId, CancellationToken cancellation) =>
        held.Hold(trackingId, delivery.EventId, delivery.Address, cancellation);
}
