using IntegrationHub.Core.Failures;
using IntegrationHub.Core.Lms;
using IntegrationHub.Core.Intake;
using IntegrationHub.Core.Messaging;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.MicroCredentials;
using IntegrationHub.Core.Outside;
using IntegrationHub.Core.Telemetry;

namespace IntegrationHub.Core.Awarding;

/// <summary>
/// A completion counts that is of the source's own site. Where an LMS can be asked, a result counts as it has it: graded, released to the
/// learner, and with the attempt's own points. What is not yet one waits, and is asked for again.
/// </summary>
public sealed class ResultsOfTheMoment(
    SourceSites sites,
    IEnumerable<ILmsApi> apis,
    OutboundGateway gateway,
    Postponement postponement,
    HeldDeliveries held,
    PipelineOptions options)
{
    private readonly Dictionary<string, ILmsApi> _apis = apis.ToDictionary(api => api.Kind);

    /// <summary>Shorter than deliveries are kept: then a person is told, and the delivery waits with the item.</summary>
    private TimeSpan Longest => TimeSpan.FromDays(Math.Max(1, options.PayloadDays - 5));

    /// <summary>The result as it counts now.</summary>
    /// <param name="envelope">The message.</param>
    /// <param name="institution">The tenant.</param>
    /// <param name="source">The source.</param>
    /// <param name="told">What the event told.</param>
    /// <param name="kept">Where it is kept.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>Null where it does not count now: it waits, or another event or reconciliation brings it.</returns>
    public async Task<Completion?> Of(
        Envelope envelope, Institution institution, Source source, Completion told, DeliveryKept kept, CancellationToken cancellation)
    {
        if (await sites.Objection(institution, source, told, cancellation) is { } objection)
        {
            await held.Unreadable(kept, envelope.Id, source.Name, objection, cancellation);
            return null;
        }

        if (told is not { Kind: CompletionKind.Assessed, Doubts: [], TakenResult: null, Discarded: null }
            || source.Api is not { } api
            || !_apis.TryGetValue(api.Kind, out var lms))
            return told;
        var again = Envelope.Of(envelope.Id, kept) with { Since = envelope.Since };
        try
        {
            var now = await lms.Now(new(gateway, institution, api), told, cancellation);
            if (HasResult(told))
                return now ?? await Wait("The LMS has not released this result to the learner.");
            if (now is not null && HasResult(now))
                return CompletionEquivalence.Identified(now);
            HubMetrics.Ignored(institution.Id, source.Name, "not-yet");
            return null;
        }
        catch (OutsideException failure)
        {
            return await Wait(failure.Message);
        }

        async Task<Completion?> Wait(string why)
        {
            if (!await postponement.PutOffFor(Longest, again, cancellation))
                await held.Unreadable(kept, envelope.Id, source.Name, why, cancellation);
            return null;
        }
    }

    private static bool HasResult(Completion completion) => completion is not { Score: null, Letter: null, Passed: null };
}
