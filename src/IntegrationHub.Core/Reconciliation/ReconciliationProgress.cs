using IntegrationHub.Core.Attention;
using IntegrationHub.Core.Failures;
using IntegrationHub.Core.Messaging;

namespace IntegrationHub.Core.Reconciliation;

/// <summary>Writes down how far a reconciliation is, and sends what follows.</summary>
public sealed class ReconciliationProgress(
    IReconciliations reconciliations,
    AttentionRaiser attention,
    IQueues queues,
    PipelineOptions options,
    TimeProvider time)
{
    /// <summary>How long a course may be put off: the next reconciliation asks for it again anyway.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromHours(2);

    /// <summary>Writes down how far a course is.</summary>
    /// <returns>The course as written; null where another worker is at it.</returns>
    public async Task<CourseComparison?> Save(ReconciliationWork work, CourseComparison course, CancellationToken cancellation) =>
        await reconciliations.Save(work.Reconciliation, course, cancellation)
            ? await reconciliations.Course(work.Reconciliation, course.Course.Id, cancellation)
            : null;

    /// <summary>Whether what has waited since a moment may wait longer.</summary>
    public bool MayWait(DateTimeOffset? since) => since is null || time.GetUtcNow() - since < Patience;

    /// <summary>How long what has waited since a moment waits now.</summary>
    public TimeSpan Delay(DateTimeOffset since, OutsideException failure) =>
        Backoff.Next(options, time.GetUtcNow() - since, failure.RetryAfter);


    /// <summary>Lets a course be compared, from where it is.</summary>
    public Task GoOn(ReconciliationWork work, CourseComparison course, TimeSpan? delay, CancellationToken cancellation)
    {
        var due = new ReconcileDue(work.Institution.Id, work.Source.Name, work.Reconciliation.Id, course.Course.Id);
        return queues.Send(Envelope.Of(work.Envelope.Id, due), delay, cancellation);
    }

    /// <summary>Lets the message come again.</summary>
    public Task PutOff(ReconciliationWork work, OutsideException failure, CancellationToken cancellation)
    {
        var since = work.Envelope.Since ?? time.GetUtcNow();
        return queues.Send(work.Envelope with { Since = since }, Delay(since, failure), cancellation);
    }

    /// <summary>Ends the reconciliation with its last course.</summary>
    public async Task Close(ReconciliationWork work, CancellationToken cancellation)
    {
        var courses = await reconciliations.Courses(work.Reconciliation, cancellation);
        if (courses.Any(course => course.Ended is null))
            return;
        var failed = courses.Where(course => course.Failed).ToList();
        var state = failed.Count == 0 ? ReconciliationState.Complete : ReconciliationState.Partial;
        if (failed.Count == 0)
            await attention.Settle(ReconciliationPartial.Of(work.Institution.Id, work.Source.Name), cancellation);
        else
            await attention.Raise(ReconciliationPartial.Of(work.Institution.Id, work.Source.Name, failed), cancellation);
        await reconciliations.Save(work.Reconciliation with { State = state, Ended = time.GetUtcNow() }, cancellation);
    }
}
