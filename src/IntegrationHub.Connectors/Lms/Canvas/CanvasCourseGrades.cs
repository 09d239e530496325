using IntegrationHub.Connectors.Json;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.MicroCredentials;

namespace IntegrationHub.Connectors.Lms.Canvas;

/// <summary>Grades of whole courses, in percent: the one that a teacher set, and the one that Canvas computes.</summary>
internal static class CanvasCourseGrades
{
    /// <summary>
    /// A teacher set the final grade; without a score, took it back (Canvas sends this for the course's grade only, never for a grading
    /// period's).
    /// </summary>
    public static Completion? Overridden(CanvasEvent live) =>
        live.Body.Figure("override_score") is { IsGiven: true } score ? Of(live, score)
        : live.Body.Figure("old_override_score").IsGiven ? Of(live, default)
        : null;

    /// <summary>Canvas computed it anew; unfinished work counts as zero. A change of what learners do not see yet is none.</summary>
    public static Completion? Computed(CanvasEvent live)
    {
        if (live.Body.Text("workflow_state") == "deleted")
            return Of(live, default);
        return live.Body.Figure("final_score") is { IsGiven: true } score && score != live.Body.Figure("old_final_score")
            ? Of(live, score)
            : null;
    }

    private static Completion? Of(CanvasEvent live, Figure percent) =>
        live.Id("course_id") is { } course && live.Id("user_id") is { } user
            ? Points.Of(percent, 0, 100).In(live.Completion(
                percent.IsGiven ? CompletionKind.Assessed : CompletionKind.Undone,
                live.Learner(user),
                live.Course(course)) with
            {
                Attempt = CourseGradesExtensions.Attempt,
            })
            : null;
}
