using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.MicroCredentials;
using IntegrationHub.Core.Reconciliation;
using IntegrationHub.Testing.Pipeline;
using Shouldly;

namespace IntegrationHub.Core.Tests.Reconciliation;

/// <summary>An institution whose LMS can be asked, and what the LMS tells.</summary>
internal static class Reconciled
{
    public const string SecondCourse = "4102";

    public static DateTimeOffset Graded { get; } = new(2026, 11, 2, 14, 0, 0, TimeSpan.Zero);

    public static Institution Institution(params Offering[] offerings) =>
        OneInstitution.With(source =>
            source with
            {
                Api = OneInstitution.Only.Connections[ConnectionRole.Lms] with { Source = "lms" },
            }) with
        {
            MicroCredentials = new Dictionary<string, MicroCredential>
            {
                [OneInstitution.WaterSampling.Code] = OneInstitution.WaterSampling with
                {
                    Offerings = offerings is [] ? [.. OneInstitution.WaterSampling.Offerings, new("lms", SecondCourse, "7102")] : offerings,
                },
            },
        };

    public static Completion Told(string student, decimal? percent, string course = OneInstitution.Course) =>
        new()
        {
            EventId = "",
            Kind = percent is null ? CompletionKind.Completed : CompletionKind.Assessed,
            Learner = [new(LearnerReferenceKind.StudentNumber, student), new(LearnerReferenceKind.LmsId, $"lms-{student}")],
            Courses = [course],
            Assessment =
                percent is null ? null
                : course == SecondCourse ? "7102"
                : OneInstitution.Summative,
            Score = percent is { } points ? new(points, 0, 100) : null,
            At = Graded,
            EventName = "submissions",
        };

    public static (int Found, int New, int AlreadyThere) Counts(ReconciliationReport report) =>
        (
            report.Courses.Sum(course => course.Found),
            report.Courses.Sum(course => course.New),
            report.Courses.Sum(course => course.AlreadyThere));

    /// <summary>Runs one to its end; with no beginning named it chooses its own.</summary>
    public static async Task<ReconciliationReport> Run(Campus campus, DateTimeOffset? since)
    {
        campus.Time.Advance(TimeSpan.FromSeconds(1));
        var begun = (await campus.Reconcile.Begin(OneInstitution.Id, "lms", since, default)).ShouldNotBeNull();
        await campus.Work();
        return (await campus.Reconcile.Find(OneInstitution.Id, "lms", begun.Id, default)).ShouldNotBeNull();
    }
}
