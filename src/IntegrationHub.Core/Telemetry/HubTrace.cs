using System.Diagnostics;
using IntegrationHub.Core.Failures;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.Institutions;

namespace IntegrationHub.Core.Telemetry;

/// <summary>
/// The hub's own spans: one trace from the webhook to the last step, carried by every message. No address,
/// no text of an outside system and nothing of a person is ever on one. While nobody listens they cost nothing.
/// </summary>
public static class HubTrace
{
    private static readonly ActivitySource Source = new(HubMetrics.Name);

    /// <summary>
    /// The current span's W3C trace context; null outside the hub's own spans: what a request says of its trace, a stranger chose.
    /// </summary>
    public static string? Parent => Activity.Current is { } current && current.Source == Source ? current.Id : null;

    /// <summary>A delivery that is kept: the beginning of a trace.</summary>
    /// <param name="institution">The tenant.</param>
    /// <param name="source">The source.</param>
    /// <param name="tracking">The delivery's tracking id.</param>
    /// <param name="arrived">When it arrived.</param>
    public static Activity? Delivery(string institution, string source, string tracking, DateTimeOffset arrived) =>
        Detached("delivery", ActivityKind.Server, default, arrived)?
            .SetTag("institution", institution).SetTag("source", source).SetTag("tracking", tracking);

    /// <summary>A message in work: goes on with its sender's trace, or begins one where nobody's sent it.</summary>
    /// <param name="queue">The queue that brought it.</param>
    /// <param name="traceparent">Its sender's trace context.</param>
    /// <param name="institution">The tenant.</param>
    /// <param name="kind">The message's kind.</param>
    /// <param name="tracking">The id of the message's cause.</param>
    public static Activity? Stage(string queue, string? traceparent, string institution, string kind, string tracking)
    {
        ActivityContext.TryParse(traceparent, null, isRemote: true, out var sender);
        return Detached(queue, ActivityKind.Consumer, sender, default)?
            .SetTag("institution", institution).SetTag("kind", kind).SetTag("tracking", tracking);
    }

    /// <summary>An attempt at a step. What comes later by itself or by a person's word is found by the award.</summary>
    public static Activity? Step(AwardId award, Step step) =>
        Source
            .StartActivity($"step {step.Name}")
            ?.SetTag("institution", award.Institution)
            .SetTag("step", step.Name.ToString())
            .SetTag("award", award.ToString())
            .SetTag("attempt", step.Attempts);

    /// <summary>A call to an outside system.</summary>
    public static Activity? Call(string institution, Connection connection) =>
        Source.StartActivity($"call {connection.Kind}", connection.IsTheHub ? ActivityKind.Internal : ActivityKind.Client)?
            .SetTag("institution", institution).SetTag("system", connection.Name);

    /// <summary>Notes that it failed: of an outside system only what kind of fault, of a mistake in the hub where it was made.</summary>
    public static void Fail(this Activity? span, Exception failure)
    {
        if (span is null || failure is OperationCanceledException)
            return;
        span.SetStatus(ActivityStatusCode.Error);
        if (failure is OutsideException { Fault: var fault })
            span.SetTag("error.type", fault.ToString());
        else
            span.SetTag("error.type", failure.GetType().FullName).AddEvent(new("exception", tags: new()
            {
                ["exception.type"] = failure.GetType().FullName,
                ["exception.message"] = FailureText.Sentence(failure),
                ["exception.stacktrace"] = FailureText.Of(failure),
            }));
    }

    /// <summary>Begins apart from whatever span is current, which is the host's or a stranger's.</summary>
    private static Activity? Detached(string name, ActivityKind kind, ActivityContext parent, DateTimeOffset began)
    {
        if (!Source.HasListeners())
            return null;
        Activity.Current = null;
        return Source.StartActivity(name, kind, parent, startTime: began);
    }
}
