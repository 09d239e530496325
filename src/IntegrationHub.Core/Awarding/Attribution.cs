using IntegrationHub.Core.Attention;
using IntegrationHub.Core.Failures;
using IntegrationHub.Core.Learners;
using IntegrationHub.Core.Messaging;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.MicroCredentials;
using IntegrationHub.Core.Telemetry;

namespace IntegrationHub.Core.Awarding;

/// <summary>
/// Attributes a completion to its learner and its micro-credentials, where it becomes evidence. What cannot be attributed
/// without guessing waits for a person (law 10); what nothing is offered for is counted and left.
/// </summary>
public sealed class Attribution(
    LearnerMatcher matcher,
    Decider decider,
    EventRegistry events,
    HeldDeliveries held,
    Doubts doubts,
    ResultsOfTheMoment results,
    Postponement postponement)
{
    /// <summary>
    /// Whether nothing is offered that it counts for; that is counted, and only a completed course is worth a person's look.
    /// </summary>
    public static bool LeadsNowhere(Institution institution, Source source, Completion completion)
    {
        if (completion.NamesOnlyAnEvent)
            return false;
        var kind = Offered(institution, source, completion).Kind;
        if (kind == OfferingMatchKind.Found || (kind == OfferingMatchKind.UnknownCourse && completion.Kind == CompletionKind.Completed))
            return false;
        HubMetrics.Ignored(institution.Id, source.Name, kind == OfferingMatchKind.UnknownCourse ? "no-offering" : "other-assessment");
        return true;
    }

    /// <summary>Takes one completion of the delivery kept at an address, which first arrived at a moment.</summary>
    public async Task Take(
        Envelope envelope,
        Institution institution,
        Source source,
        Completion completion,
        string address,
        DateTimeOffset arrived,
        CancellationToken cancellation)
    {
        if (LeadsNowhere(institution, source, completion))
            return;
        var kept = new DeliveryKept(institution.Id, address, completion.EventId);
        if (await results.Of(envelope, institution, source, completion, kept, cancellation) is not { } now)
            return;
        completion = now;
        var key = new EventKey(institution.Id, source.Name, completion.EventId);
        var entry = completion.Digest is { } digest ? await events.Enter(key, digest, cancellation) : null;
        if (entry is null && completion.Digest is not null)
        {
            await held.Unreadable(kept, envelope.Id, source.Name, "Another event came before under the same id.", cancellation);
            return;
        }

        var doubtful = Doubtfulness.Of(completion, institution, arrived);
        var evidence = Evidence.Of(completion.Without(doubtful), source.Name, address);
        if (completion.NamesOnlyAnEvent)
        {
            await events.TakeBack(envelope.Id, institution, key with { EventId = completion.Undoes! }, evidence, cancellation);
            return;
        }

        var offered = Offered(institution, source, completion);
        if (offered.Kind != OfferingMatchKind.Found)
        {
            HubMetrics.Ignored(institution.Id, source.Name, "no-offering");
            await held.Wait(kept, envelope.Id, UnknownOffering.Of(institution.Id, source.Name, completion), cancellation);
            return;
        }

        LearnerMatch match;
        try
        {
            match = await matcher.Match(institution, source, completion.Learner, cancellation);
        }
        catch (OutsideException failure)
        {
            var again = Envelope.Of(envelope.Id, kept) with { Since = envelope.Since };
            if (!failure.IsTransient || !await postponement.PutOff(again, failure, cancellation))
                await held.Wait(kept, envelope.Id, Asks([], failure.Message), cancellation);
            return;
        }

        if (match.Learner is not { } learner)
        {
            var item = Asks(match.Candidates, refusal: null);
            await held.Wait(kept, envelope.Id, item, cancellation);
            // Somebody may have named the learner between the look-up and the waiting.
            if (await IsNamed(institution, source, completion.Learner, cancellation))
                await held.Release(item, cancellation);
            return;
        }

        if (completion.Kind != CompletionKind.Undone
            && match.Formerly is { } former
            && await doubts.IsHeldBy(former, institution, source, offered.MicroCredentials, cancellation)
            && await matcher.Between(institution, former, learner, cancellation) is { Count: > 1 } both)
        {
            var passedOn = AccountPassedOn.Between(institution, source.Name, completion.Learner, matcher, both);
            await held.Wait(kept, envelope.Id, passedOn, cancellation);
            return;
        }

        var (counted, isHeld) = (new List<CountedFor>(), false);
        foreach (var microCredential in offered.MicroCredentials)
        {
            var about = new Doubted(institution, source, learner, microCredential, completion, doubtful);
            // One question is enough: its answer goes on to all.
            if ((isHeld && about.Item() is not null) || await doubts.Hold(about, kept, envelope.Id, cancellation))
            {
                isHeld = true;
                continue;
            }

            await decider.Decide(
                envelope.Id,
                institution,
                learner,
                microCredential,
                new([evidence, .. entry?.TakenBack ?? []]),
                cancellation);
            counted.Add(new(learner, microCredential.Code));
            if (evidence.HasResult)
                await doubts.Settle(about, cancellation);
        }

        if (counted.Count > 0 && CompletionEquivalence.IsReconciled(completion.EventId))
            await held.EndOlder(institution, source, completion, cancellation);
        if (entry is not null)
            await events.Counted(envelope.Id, institution, key, entry, counted, cancellation);

        AttentionItem Asks(IReadOnlyList<string> candidates, string? refusal) =>
            UncertainLearner.Of(institution, source.Name, completion.Learner, matcher, candidates, refusal);
    }

    private static OfferingMatch Offered(Institution institution, Source source, Completion completion) =>
        completion.Offered(institution.Offerings, source.Name);

    /// <summary>Whether a person's word leads to one learner by now; outside systems are asked only where there is such a word.</summary>
    private async Task<bool> IsNamed(
        Institution institution,
        Source source,
        IReadOnlyList<LearnerReference> references,
        CancellationToken cancellation)
    {
        var remembered = await Task.WhenAll(
            references.Select(reference => matcher.Known(institution, source.Name, reference, cancellation)));
        try
        {
            return remembered.Any(learner => learner is not null)
                && (await matcher.Match(institution, source, references, cancellation)).Learner is not null;
        }
        catch (OutsideException)
        {
            return false;
        }
    }
}
