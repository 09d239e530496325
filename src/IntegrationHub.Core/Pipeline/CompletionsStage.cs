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
    IEnumerable<ILms> protocols,
    IPayloads payloads,
    IQueues queues,
    LearnerMatcher matcher,
    Decider decider,
    DossierStage dossiers,
    AttentionDesk attention,
    PipelineOptions options,
    TimeProvider time)
{
    private readonly Dictionary<string, ILms> _protocols = protocols.ToDictionary(lms => lms.Kind);

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

        var reading = _protocols[source.Kind].Read(source, stored.Delivery);
        if (reading.Fault is not null)
        {
            await attention.Unreadable(institution, source.Name, await Hold(envelope, null, address, cancellation), reading.Fault, cancellation);
            return;
        }

        var completions = reading.Completions.Where(completion => only is null || completion.EventId == only).DistinctBy(c => c.EventId).ToList();
        if (completions.Count == 1)
        {
            await Take(envelope, institution, source, completions[0], address, cancellation);
            return;
        }

        foreach (var completion in completions)
            await queues.Send(
                QueueNames.Completions,
                Envelope.Of(envelope.Id, institution.Id, MessageKinds.Completion, $"{address}#{completion.EventId}"),
                delay: null,
                cancellation);
    }

    private async Task Take(Envelope envelope, Institution institution, Source source, Completion completion, string address, CancellationToken cancellation)
    {
        var offered = institution.Offerings.Match(source.Name, completion.Courses, completion.Assessment);
        var courseIsKnown = offered.Kind != OfferingMatchKind.UnknownCourse;
        if (!courseIsKnown && completion.Kind == CompletionKind.Completed)
            await attention.UnknownOffering(institution, source.Name, completion, await Hold(envelope, completion.EventId, address, cancellation), cancellation);
        if (offered.Kind != OfferingMatchKind.Found)
        {
            HubMetrics.Ignored(institution.Id, source.Name, courseIsKnown ? "other-assessment" : "no-offering");
            return;
        }

        string? learner;
        try
        {
            learner = await matcher.Match(institution, source.Name, completion.Learner, cancellation)
                ?? await AskAPerson(institution, source, completion, await Hold(envelope, completion.EventId, address, cancellation), null, cancellation);
        }
        catch (OutsideException refusal) when (!refusal.IsTransient)
        {
            learner = await AskAPerson(institution, source, completion, await Hold(envelope, completion.EventId, address, cancellation), refusal.Message, cancellation);
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
            await decider.Decide(envelope.Id, institution, learner, microCredential, new([evidence]), cancellation);
    }

    /// <summary>The completion waits for a person; unless someone named the learner between the look-up and the waiting.</summary>
    private async Task<string?> AskAPerson(Institution institution, Source source, Completion completion, WaitingCompletion waiting, string? refusal, CancellationToken cancellation)
    {
        var item = await attention.UnknownLearner(institution, source.Name, completion.Learner, matcher, waiting, refusal, cancellation);
        var learner = refusal is null ? await matcher.Match(institution, source.Name, completion.Learner, cancellation) : null;
        if (learner is not null)
            await attention.GoneOn(institution.Id, item, waiting, cancellation);
        return learner;
    }

    private async Task<WaitingCompletion> Hold(Envelope envelope, string? eventId, string address, CancellationToken cancellation) =>
        new(envelope.Id, eventId, await payloads.Hold(address, eventId ?? envelope.Id, cancellation));

    /// <summary>The SIS cannot say now who it is: the completion goes back on the queue, as long again as it has waited.</summary>
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
            }

            await attention.GoneOn(envelope.Institution, envelope.Ref!, waiting, cancellation);
        }
    }
}
