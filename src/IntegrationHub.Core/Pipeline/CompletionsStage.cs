using IntegrationHub.Core.Attention;
using IntegrationHub.Core.Awards;
using IntegrationHub.Core.Completions;
using IntegrationHub.Core.Institutions;
using IntegrationHub.Core.Learners;
using IntegrationHub.Core.Messaging;
using IntegrationHub.Core.MicroCredentials;
using IntegrationHub.Core.Outside;

namespace IntegrationHub.Core.Pipeline;

/// <summary>Deliveries become evidence, evidence becomes awards: parse, match, decide.</summary>
public sealed class CompletionsStage(
    IInstitutions institutions,
    Readers readers,
    IPayloads payloads,
    IQueues queues,
    LearnerMatcher matcher,
    Decider decider,
    EventBook events,
    DossierStage dossiers,
    AttentionDesk attention,
    PipelineOptions options,
    TimeProvider time)
{
    /// <summary>Handles one message of the queue.</summary>
    public Task Handle(Envelope envelope, CancellationToken cancellation) => envelope.Kind switch
    {
        MessageKinds.Delivery or MessageKinds.Completion => Take(envelope, cancellation),
        MessageKinds.Release => Release(envelope, cancellation),
        MessageKinds.Part or MessageKinds.Act or MessageKinds.Move or MessageKinds.Recognition => dossiers.Handle(envelope, cancellation),
        _ => throw new FormatException($"The queue '{QueueNames.Completions}' takes no '{envelope.Kind}' message."),
    };

    private async Task Take(Envelope envelope, CancellationToken cancellation)
    {
        var (address, only) = envelope.Ref?.Split('#', 2) switch
        {
            [var kept, var id] => (kept, id),
            [var kept] => (kept, null),
            _ => ((string?)null, (string?)null),
        };
        address ??= await payloads.Keep(envelope.Institution, envelope.Id, envelope.Payload!, cancellation);
        var stored = envelope.Payload ?? await payloads.Read(address, cancellation);
        var institution = institutions.Get(envelope.Institution);
        if (stored is null)
        {
            await attention.PayloadGone(institution, envelope.Id, cancellation);
            return;
        }

        if (!institution.Sources.TryGetValue(stored.Source, out var source))
        {
            await attention.Unreadable(institution, stored.Source, await Hold(envelope, null, address, cancellation), "The institution has no such source any more.", cancellation);
            return;
        }

        var reading = readers.Read(source, stored);
        if ((reading.IsForeign ? "It names none of the source's accounts any more." : reading.Fault) is { } fault)
        {
            await attention.Unreadable(institution, source.Name, await Hold(envelope, null, address, cancellation), fault, cancellation);
            return;
        }

        var completions = reading.Completions.Where(completion => only is null || completion.EventId == only).DistinctBy(c => c.EventId).ToList();
        if (only is not null && completions.Count == 0)
        {
            // Its id may be made of what the source's settings read: with other settings it has another.
            await attention.Unreadable(institution, source.Name, await Hold(envelope, null, address, cancellation), "What waited is read differently now: try again to read all of the delivery.", cancellation);
            return;
        }

        if (completions.Count == 1)
        {
            await Take(envelope, institution, source, completions[0], address, cancellation);
            return;
        }

        // Most of a night's batch of grades leads nowhere: no message for each.
        foreach (var completion in completions.Where(completion => !LeadsNowhere(institution, source, completion)))
            await queues.Send(
                QueueNames.Completions,
                Envelope.Of(envelope.Id, institution.Id, MessageKinds.Completion, $"{address}#{completion.EventId}"),
                delay: null,
                cancellation);
    }

    private async Task Take(Envelope envelope, Institution institution, Source source, Completion completion, string address, CancellationToken cancellation)
    {
        if (LeadsNowhere(institution, source, completion))
            return;
        var key = new EventKey(institution.Id, source.Name, completion.EventId);
        var entry = completion.Digest is { } digest ? await events.Enter(key, digest, cancellation) : null;
        if (entry is null && completion.Digest is not null)
        {
            await attention.Unreadable(institution, source.Name, await Hold(envelope, completion.EventId, address, cancellation), "Another event came before under the same id.", cancellation);
            return;
        }

        if (completion.NamesOnlyAnEvent)
        {
            await events.TakeBack(envelope.Id, institution, key with { EventId = completion.Undoes! }, Evidence.Of(completion, source.Name, address), cancellation);
            return;
        }

        var offered = Offered(institution, source, completion);
        if (offered.Kind != OfferingMatchKind.Found)
        {
            HubMetrics.Ignored(institution.Id, source.Name, "no-offering");
            await attention.UnknownOffering(institution, source.Name, completion, await Hold(envelope, completion.EventId, address, cancellation), cancellation);
            return;
        }

        string? learner;
        try
        {
            var match = await matcher.Match(institution, source, completion.Learner, cancellation);
            learner = match.Learner
                ?? await AskAPerson(institution, source, completion, await Hold(envelope, completion.EventId, address, cancellation), new(match.Candidates), cancellation);
        }
        catch (OutsideException refusal) when (!refusal.IsTransient)
        {
            learner = await AskAPerson(institution, source, completion, await Hold(envelope, completion.EventId, address, cancellation), new([], refusal.Message), cancellation);
        }
        catch (OutsideException failure)
        {
            await PutOff(envelope, address, completion, failure, cancellation);
            return;
        }

        if (learner is null)
            return;
        var evidence = Evidence.Of(completion, source.Name, address);
        foreach (var microCredential in offered.MicroCredentials)
            await decider.Decide(envelope.Id, institution, learner, microCredential, new([evidence, .. entry?.TakenBack ?? []]), cancellation);
        if (entry is not null)
            await events.Counted(envelope.Id, institution, key, entry, [.. offered.MicroCredentials.Select(found => new CountedFor(learner, found.Code))], cancellation);
    }

    private static OfferingMatch Offered(Institution institution, Source source, Completion completion) =>
        institution.Offerings.Match(source.Name, completion.Courses, completion.Assessment, completion.Kind);

    /// <summary>Whether nothing is offered that it counts for; that is counted, and only a completed course is worth a person's look.</summary>
    private static bool LeadsNowhere(Institution institution, Source source, Completion completion)
    {
        if (completion.NamesOnlyAnEvent)
            return false;
        var kind = Offered(institution, source, completion).Kind;
        if (kind == OfferingMatchKind.Found || (kind == OfferingMatchKind.UnknownCourse && completion.Kind == CompletionKind.Completed))
            return false;
        HubMetrics.Ignored(institution.Id, source.Name, kind == OfferingMatchKind.UnknownCourse ? "no-offering" : "other-assessment");
        return true;
    }

    /// <summary>The completion waits for a person; unless someone named the learner between the look-up and the waiting.</summary>
    private async Task<string?> AskAPerson(Institution institution, Source source, Completion completion, WaitingCompletion waiting, Doubt doubt, CancellationToken cancellation)
    {
        var item = await attention.WhoIsIt(institution, source.Name, completion.Learner, matcher, waiting, doubt, cancellation);
        var learner = doubt.Refusal is null ? (await matcher.Match(institution, source, completion.Learner, cancellation)).Learner : null;
        if (learner is not null)
            await attention.GoneOn(institution.Id, item, waiting, cancellation);
        return learner;
    }

    private async Task<WaitingCompletion> Hold(Envelope envelope, string? eventId, string address, CancellationToken cancellation) =>
        new(envelope.Id, eventId, await payloads.Hold(address, eventId ?? envelope.Id, cancellation));

    /// <summary>Who it is cannot be asked now: the completion goes back on the queue, as long again as it has waited.</summary>
    private async Task PutOff(Envelope envelope, string address, Completion completion, OutsideException failure, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var since = envelope.Since ?? now;
        var again = Envelope.Of(envelope.Id, envelope.Institution, MessageKinds.Completion, $"{address}#{completion.EventId}") with { Since = since };
        await queues.Send(QueueNames.Completions, again, Backoff.Next(options, now - since, failure.RetryAfter), cancellation);
    }

    private async Task Release(Envelope envelope, CancellationToken cancellation)
    {
        // Settled first: what comes to wait again raises an item of its own.
        await attention.Settle(envelope.Institution, envelope.Ref!, cancellation);
        await foreach (var waiting in attention.Waiting(envelope.Institution, envelope.Ref!, cancellation))
        {
            if (await payloads.Free(waiting.Payload, time.GetUtcNow(), cancellation) is { } address)
            {
                var goOn = waiting.EventId is null
                    ? Envelope.Of(waiting.TrackingId, envelope.Institution, MessageKinds.Delivery, address)
                    : Envelope.Of(waiting.TrackingId, envelope.Institution, MessageKinds.Completion, $"{address}#{waiting.EventId}");
                await queues.Send(QueueNames.Completions, goOn, delay: null, cancellation);
                await payloads.Drop(waiting.Payload, cancellation);
            }

            await attention.GoneOn(envelope.Institution, envelope.Ref!, waiting, cancellation);
        }
    }
}
