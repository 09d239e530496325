using System.Text.Json;
using System.Text.RegularExpressions;
using IntegrationHub.Connectors.Json;
using IntegrationHub.Connectors.Lms.Caliper;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.MicroCredentials;

namespace IntegrationHub.Connectors.Lms.Blackboard;

/// <summary>Grades of Blackboard Learn, which come in bulk at night: of attempts, and of the columns that Learn computes.</summary>
internal sealed partial class BlackboardGrades : CaliperMeaning
{
    /// <inheritdoc/>
    public override Completion? Of(Source source, CaliperEvent item)
    {
        var completion = item switch
        {
            { Type: "GradeEvent", Action: "Graded" } => Graded(source, item),
            { Type: "CalculatedGradeSnapshotEvent", Action: "Graded" } when source.CourseGrades() == CourseGrades.Count =>
                Computed(source, item),
            _ => null,
        };
        return completion is null ? null : completion with { Site = Site(item) };
    }

    /// <summary>
    /// Every Learn sends under the same host; the site, production's or a test's, stands in the address of its application.
    /// </summary>
    private static LmsSite? Site(CaliperEvent item) =>
        Iri.Of(item.At("edApp")) is { } application && SiteId().Match(application) is { Success: true } found
            ? LmsSite.Named(found.Value, LmsSite.Hosts)
            : null;

    [GeneratedRegex("(?<=/sites/)[^/?#]+")]
    private static partial Regex SiteId();

    private static Completion? Graded(Source source, CaliperEvent item)
    {
        if (CaliperGrade.IsItem(item)
            || Iri.Of(CaliperGrade.Assignable(item)) is not { } column
            || Learner(source, CaliperGrade.Learner(item)) is not { Count: > 0 } learner)
            return null;
        var graded = item.Completion(CompletionKind.Assessed, learner, Courses(item, item.Group)) with
        {
            Assessment = Iri.Last(column),
            Attempt = CaliperGrade.Count(item),
        };
        var action = item.Generated.Text("extensions", "bb:action.name") ?? "";
        if (IsTakenBack(action) || (!CaliperGrade.Given(item).IsGiven && !IsNoGrade(action)))
            return graded with { Kind = CompletionKind.Undone };
        return CaliperGrade.Score(item) is { IsGiven: true } score ? score.In(graded) : null;
    }

    /// <summary>The course's overall grade: Learn computes it anew with every graded work, without marking the last one.</summary>
    private static Completion? Computed(Source source, CaliperEvent item)
    {
        if (item.Object.Flag("isCourseGrade").Value != true || Learner(source, item.At("object", "user")) is not { Count: > 0 } learner)
            return null;
        var graded = item.Completion(CompletionKind.Assessed, learner, Courses(item, item.At("object", "course"))) with
        {
            Attempt = CourseGradesExtensions.Attempt,
        };
        return item.Object.Figure("score") is { IsGiven: true } score
            ? Points.Of(score, default, item.Object.Figure("scorePossible")).In(graded)
            : graded with { Kind = CompletionKind.Undone };
    }

    // A deleted or cleared attempt may still carry its points. A cleared override does not count as one: the grade below it comes back.
    private static bool IsTakenBack(string action) => !Says(action, "override") && (Says(action, "delete") || Says(action, "clear"));

    // Handed in and commented is a GradeEvent, too: without points it says nothing of those that were given before.
    private static bool IsNoGrade(string action) => Says(action, "submit") || Says(action, "feedback") || Says(action, "comment");

    private static bool Says(string action, string what) => action.Contains(what, StringComparison.OrdinalIgnoreCase);

    /// <summary>The user's batch uid is the key of the SIS, unless the source says otherwise.</summary>
    private static List<LearnerReference> Learner(Source source, JsonElement? user)
    {
        var references = new List<LearnerReference>();
        if (user.Text("extensions", "bb:user.externalId") is { } external)
            references.Add(
                new(source.Setting("studentNumber") == "none" ? LearnerReferenceKind.Other : LearnerReferenceKind.StudentNumber, external));
        if (user.Text("extensions", "bb:user.id") is { } id)
            references.Add(new(LearnerReferenceKind.LmsId, id));
        if (Iri.Of(user) is { } iri)
            references.Add(new(LearnerReferenceKind.LmsId, Iri.Last(iri)));
        return references;
    }

    private static string[] Courses(CaliperEvent item, JsonElement? course) =>
        [
            .. CaliperCourse
                .Of(course)
                .Append(course.Text("extensions", "bb:course.id"))
                .Append(item.At("membership", "extensions").Text("bb:course.externalId"))
                .OfType<string>()
                .Distinct(),
        ];
}
