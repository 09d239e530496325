using IntegrationHub.Core.Failures;
using IntegrationHub.Core.Lms;
using IntegrationHub.Core.Telemetry;

namespace IntegrationHub.Core.Reconciliation;

/// <summary>Compares what an LMS tells of a course with what the hub has, and takes in what never came.</summary>
public sealed class CourseReconciler(Reconciler reconciler, ReconciledIntake intake, ReconciliationProgress progress, TimeProvider time)
{
    private static readonly TimeSpan Shift = TimeSpan.FromMinutes(1);

    /// <summary>Compares a course, part by part, for a minute at most.</summary>
    public async Task Compare(ReconciliationWork work, CourseComparison course, CancellationToken cancellation)
    {
        var began = time.GetTimestamp();
        var inquiry = new Inquiry(course.Course, course.Assessments, work.Reconciliation.Window);
        try
        {
            while (course.Ended is null && time.GetElapsedTime(began) < Shift)
            {
                var part = await work.Api.Read(work.Line, inquiry, course.Cursor, cancellation);
                var (news, known) = await reconciler.Compare(work.Institution, work.Source, part.Completions, cancellation);
                await intake.TakeIn(work.Institution, work.Source, news, cancellation);
                course = course with
                {
                    Found = course.Found + news.Count + known,
                    New = course.New + news.Count,
                    AlreadyThere = course.AlreadyThere + known,
                    Unseen = part.Unseen is [] ? course.Unseen : [.. (course.Unseen ?? []).Union(part.Unseen)],
                    Cursor = part.Next,
                    Since = null,
                    Error = null,
                    Ended = part.Next is null ? time.GetUtcNow() : null,
                };
                if (await progress.Save(work, course, cancellation) is not { } saved)
                    return; // Another worker is at it.
                HubMetrics.Missed(work.Institution.Id, work.Source.Name, news.Count);
                course = saved;
            }

            if (course.Ended is null)
                await progress.GoOn(work, course, delay: null, cancellation);
        }
        catch (OutsideException failure)
        {
            var mayWait = failure.IsTransient && progress.MayWait(course.Since);
            course = course with
            {
                Error = failure.Message,
                Since = course.Since ?? time.GetUtcNow(),
                Ended = mayWait ? null : time.GetUtcNow(),
            };
            if (await progress.Save(work, course, cancellation) is null)
                return;
            if (mayWait)
                await progress.GoOn(work, course, progress.Delay(course.Since.Value, failure), cancellation);
        }

        await progress.Close(work, cancellation);
    }
}
