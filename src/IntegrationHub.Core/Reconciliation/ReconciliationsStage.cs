using IntegrationHub.Core.Attention;
using IntegrationHub.Core.Failures;
using IntegrationHub.Core.Lms;
using IntegrationHub.Core.Messaging;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.MicroCredentials;
using IntegrationHub.Core.Outside;
using IntegrationHub.Core.Telemetry;

namespace IntegrationHub.Core.Reconciliation;

/// <summary>
/// Asks an LMS, course by course, for what it should have reported, and takes in what never came. Each message works
/// for a minute at most and then goes on as another: it is always shorter than the queue's lease.
/// </summary>
public sealed class ReconciliationsStage(
    IReconciliations reconciliations,
    IInstitutions institutions,
    IEnumerable<ILmsApi> apis,
    OutboundGateway gateway,
    Reconciler reconciler,
    AttentionRaiser attention,
    IQueues queues,
    PipelineOptions options,
    TimeProvider time)
{
    private static readonly TimeSpan Shift = TimeSpan.FromMinutes(1);

    /// <summary>How long a course may be put off: the next reconciliation asks for it again anyway.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromHours(2);

    private readonly Dictionary<string, ILmsApi> _apis = apis.ToDictionary(api => api.Kind);

    /// <summary>Handles one message of the queue.</summary>
    public async Task Handle(Envelope envelope, CancellationToken cancellation)
    {
        var reference = ReconciliationRef.Parse(envelope.Ref);
        var institution = institutions.Get(envelope.Institution);
        var reconciliation = await reconciliations.Find(institution.Id, reference.Source, reference.Id, cancellation)
            ?? throw new FormatException($"There is no reconciliation {reference}.");
        if (reconciliation.State != ReconciliationState.Running)
            return;
        if (institution.Sources.GetValueOrDefault(reference.Source) is not { Api: { } api } source)
            throw new InvalidOperationException($"The source '{reference.Source}' of '{institution.Id}' has no API any more; give it one, then retry.");
        var work = new Work(envelope, institution, source, reconciliation, new(gateway, institution, api), _apis[api.Kind]);
        if (reference.Course is null)
            await Spread(work, cancellation);
        else if (await reconciliations.Course(reconciliation, reference.Course, cancellation) is { Ended: null } course)
            await Compare(work, course, cancellation);
        else
            await Close(work, cancellation); // A worker may have been lost just before.
    }

    /// <summary>Finds the courses of the offerings and lets each be compared; an offering whose course cannot be found is a course that failed.</summary>
    private async Task Spread(Work work, CancellationToken cancellation)
    {
        var courses = new List<CourseComparison>();
        var offerings = work.Institution.Offerings.Of(work.Source.Name);
        foreach (var named in offerings.GroupBy(offering => offering.Course))
        {
            try
            {
                courses.AddRange(await Courses(work, named.First(), cancellation));
            }
            catch (OutsideException failure) when (failure.IsTransient && IsPatient(work.Envelope.Since))
            {
                await PutOff(work, work.Envelope.Since ?? time.GetUtcNow(), failure, cancellation);
                return;
            }
            catch (OutsideException failure)
            {
                courses.Add(new() { Course = new(named.Key, [named.Key]), Error = failure.Message, Ended = time.GetUtcNow() });
            }
        }

        foreach (var course in courses.GroupBy(course => course.Course.Id).Select(same => same.First()))
        {
            var assessments = offerings.Where(offering => offering.IsOf(course.Course.Names)).SelectMany(offering => offering.Assessments()).Distinct();
            await reconciliations.Save(work.Reconciliation, course with { Assessments = [.. assessments] }, cancellation);
        }

        foreach (var course in (await reconciliations.Courses(work.Reconciliation, cancellation)).Where(course => course.Ended is null))
            await Send(work, course, delay: null, cancellation);
        await Close(work, cancellation);
    }

    private static async Task<IEnumerable<CourseComparison>> Courses(Work work, Offering offering, CancellationToken cancellation)
    {
        var found = await work.Api.FindCourses(work.Line, offering.Course.Split(Offering.TermMark).MaxBy(part => part.Length)!, offering.Terms is null, cancellation);
        var ours = found.Where(course => offering.IsOf(course.Names)).ToList();
        return ours.Count == 0 && offering.Terms is null
            ? throw new OutsideException(OutsideFault.Refused, "The LMS knows no course by this id, or does not show it to the hub.")
            : ours.Select(course => new CourseComparison { Course = course });
    }

    private async Task Compare(Work work, CourseComparison course, CancellationToken cancellation)
    {
        var began = time.GetTimestamp();
        var inquiry = new Inquiry(course.Course, course.Assessments, work.Reconciliation.Window);
        try
        {
            while (course.Ended is null && time.GetElapsedTime(began) < Shift)
            {
                var part = await work.Api.Read(work.Line, inquiry, course.Cursor, cancellation);
                var (news, known) = await reconciler.Compare(work.Institution, work.Source, part.Completions, cancellation);
                await reconciler.TakeIn(work.Institution, work.Source, news, cancellation);
                course = course with
                {
                    Found = course.Found + news.Count + known,
                    New = course.New + news.Count,
                    AlreadyThere = course.AlreadyThere + known,
                    Cursor = part.Next,
                    Since = null,
                    Error = null,
                    Ended = part.Next is null ? time.GetUtcNow() : null,
                };
                if (await Save(work, course, cancellation) is not { } saved)
                    return; // Another worker is at it.
                HubMetrics.Missed(work.Institution.Id, work.Source.Name, news.Count);
                course = saved;
            }

            if (course.Ended is null)
                await Send(work, course, delay: null, cancellation);
        }
        catch (OutsideException failure)
        {
            var mayWait = failure.IsTransient && IsPatient(course.Since);
            course = course with { Error = failure.Message, Since = course.Since ?? time.GetUtcNow(), Ended = mayWait ? null : time.GetUtcNow() };
            if (await Save(work, course, cancellation) is null)
                return;
            if (mayWait)
                await Send(work, course, Backoff.Next(options, time.GetUtcNow() - course.Since.Value, failure.RetryAfter), cancellation);
        }

        await Close(work, cancellation);
    }

    /// <summary>Ends the reconciliation with its last course.</summary>
    private async Task Close(Work work, CancellationToken cancellation)
    {
        var courses = await reconciliations.Courses(work.Reconciliation, cancellation);
        if (courses.Any(course => course.Ended is null))
            return;
        var failed = courses.Where(course => course.Failed).ToList();
        var ended = work.Reconciliation with { State = failed.Count == 0 ? ReconciliationState.Complete : ReconciliationState.Partial, Ended = time.GetUtcNow() };
        if (failed.Count == 0)
            await attention.Settle(ReconciliationPartial.Of(work.Institution.Id, work.Source.Name), cancellation);
        else
            await attention.Raise(ReconciliationPartial.Of(work.Institution.Id, work.Source.Name, failed), cancellation);
        await reconciliations.Save(ended, cancellation);
    }

    private async Task<CourseComparison?> Save(Work work, CourseComparison course, CancellationToken cancellation) =>
        await reconciliations.Save(work.Reconciliation, course, cancellation) ? await reconciliations.Course(work.Reconciliation, course.Course.Id, cancellation) : null;

    private bool IsPatient(DateTimeOffset? since) => since is null || time.GetUtcNow() - since < Patience;

    private Task PutOff(Work work, DateTimeOffset since, OutsideException failure, CancellationToken cancellation) => queues.Send(
        QueueNames.Reconciliations, work.Envelope with { Since = since }, Backoff.Next(options, time.GetUtcNow() - since, failure.RetryAfter), cancellation);

    private Task Send(Work work, CourseComparison course, TimeSpan? delay, CancellationToken cancellation) => queues.Send(
        QueueNames.Reconciliations,
        Envelope.Of(work.Envelope.Id, work.Institution.Id, MessageKinds.Reconcile, new ReconciliationRef(work.Source.Name, work.Reconciliation.Id, course.Course.Id).ToString()),
        delay,
        cancellation);

    private sealed record Work(Envelope Envelope, Institution Institution, Source Source, Reconciliation Reconciliation, PacedConnection Line, ILmsApi Api);
}
