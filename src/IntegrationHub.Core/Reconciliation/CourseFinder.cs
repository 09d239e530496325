using IntegrationHub.Core.Failures;
using IntegrationHub.Core.Model.MicroCredentials;
using IntegrationHub.Core.Texts;

namespace IntegrationHub.Core.Reconciliation;

/// <summary>Finds the courses that a reconciliation compares.</summary>
public sealed class CourseFinder(IReconciliations reconciliations, ReconciliationProgress progress, TimeProvider time)
{
    private static readonly BilingualText Unknown =
        new(Text.In("fr", "reconcile.unknownCourse"), Text.In("en", "reconcile.unknownCourse"));

    /// <summary>
    /// Finds the courses of the offerings and lets each be compared; an offering whose course cannot be found is a course that failed.
    /// </summary>
    public async Task Find(ReconciliationWork work, CancellationToken cancellation)
    {
        var courses = new List<CourseComparison>();
        var offerings = work.Institution.Offerings.Of(work.Source.Name);
        foreach (var named in offerings.GroupBy(offering => offering.Course))
        {
            try
            {
                courses.AddRange(await Courses(work, named.First(), cancellation));
            }
            catch (OutsideException failure) when (failure.IsTransient && progress.MayWait(work.Envelope.Since))
            {
                await progress.PutOff(work, failure, cancellation);
                return;
            }
            catch (OutsideException failure)
            {
                courses.Add(NotFound(named.Key) with { Error = failure.Message });
            }
        }

        foreach (var course in courses.GroupBy(course => course.Course.Id).Select(same => same.First()))
        {
            var assessments = offerings
                .Where(offering => offering.IsOf(course.Course.Names))
                .SelectMany(offering => offering.Assessments())
                .Distinct();
            await reconciliations.Save(work.Reconciliation, course with { Assessments = [.. assessments] }, cancellation);
        }

        foreach (var course in (await reconciliations.Courses(work.Reconciliation, cancellation)).Where(course => course.Ended is null))
            await progress.GoOn(work, course, delay: null, cancellation);
        await progress.Close(work, cancellation);
    }

    private CourseComparison NotFound(string name) => new() { Course = new(name, [name]), Ended = time.GetUtcNow() };

    private async Task<IEnumerable<CourseComparison>> Courses(
        ReconciliationWork work,
        Offering offering,
        CancellationToken cancellation)
    {
        var name = offering.Course.Split(Offering.TermMark).MaxBy(part => part.Length)!;
        var found = await work.Api.FindCourses(work.Line, name, offering.Terms is null, cancellation);
        var ours = found.Where(course => offering.IsOf(course.Names)).ToList();
        return ours.Count == 0 && offering.Terms is null
            ? [NotFound(offering.Course) with { Unseen = [Unknown] }]
            : ours.Select(course => new CourseComparison { Course = course });
    }
}
