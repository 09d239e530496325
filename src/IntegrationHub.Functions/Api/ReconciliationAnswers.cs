using IntegrationHub.Api;
using IntegrationHub.Core.Reconciliation;

namespace IntegrationHub.Functions.Api;

/// <summary>Reconciliations as the API answers them.</summary>
internal static class ReconciliationAnswers
{
    /// <summary>A report.</summary>
    public static ReconciliationResponse ToApi(this ReconciliationReport report)
    {
        var (run, courses) = (report.Reconciliation, report.Courses);
        return new()
        {
            Id = run.Id,
            Institution = run.Institution,
            Source = run.Source,
            Since = run.Window.Since,
            Until = run.Window.Until,
            State = HubJson.NameOf(run.State),
            Ended = run.Ended,
            Found = courses.Sum(course => course.Found),
            New = courses.Sum(course => course.New),
            AlreadyThere = courses.Sum(course => course.AlreadyThere),
            Courses = [.. courses.Select(ToApi)],
        };
    }

    private static ReconciledCourse ToApi(CourseComparison course) => new(
        course.Course.Id, course.Course.Names, course.Found, course.New, course.AlreadyThere, course.Ended,
        course.Why?.En, course.Why?.ToApi());
}
