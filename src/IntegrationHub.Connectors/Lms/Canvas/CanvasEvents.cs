using System.Text.Json;
using IntegrationHub.Connectors.Json;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.MicroCredentials;

namespace IntegrationHub.Connectors.Lms.Canvas;

/// <summary>What Canvas Live Events (Canvas format) mean for us.</summary>
internal static class CanvasEvents
{
    /// <summary>Whether an event of that name may be a completion; all others are noise.</summary>
    public static bool MayBeCompletion(ReadOnlySpan<byte> name, CourseGrades grades) =>
        name.SequenceEqual("course_completed"u8)
        || name.SequenceEqual("grade_change"u8)
        || name.StartsWith("learning_outcome_result_"u8)
        || (grades != CourseGrades.Ignore && name.SequenceEqual("grade_override"u8))
        || (grades == CourseGrades.Count && name.SequenceEqual("course_grade_change"u8));

    /// <summary>Reads one event.</summary>
    public static Reading Read(JsonElement? json, CourseGrades grades)
    {
        var live = new CanvasEvent(json);
        if (live.Name is not { } name)
            return Fault("The event has no metadata.event_name.");
        if (live.Time is null)
            return Fault("The event has no metadata.event_time.");
        return Completion(live, grades) is { } completion
            ? new() { Completions = [completion] }
            : new() { Ignored = [JsonReading.Label(name)] };
    }

    private static Completion? Completion(CanvasEvent live, CourseGrades grades) =>
        live.Name switch
        {
            "course_completed" => Completed(live),
            // A published grade_override bears the name grade_change; only the body tells them apart.
            "grade_change" or "grade_override" when live.Body.Has("override_score") => grades == CourseGrades.Ignore
                ? null
                : CanvasCourseGrades.Overridden(live),
            "grade_change" => Graded(live),
            "course_grade_change" => grades == CourseGrades.Count ? CanvasCourseGrades.Computed(live) : null,
            "learning_outcome_result_created" or "learning_outcome_result_updated" => CanvasOutcomes.Assessed(live),
            _ => null,
        };

    private static Completion? Completed(CanvasEvent live) => live.Body.Time("progress", "completed_at") is { } at
        ? live.Completion(
            CompletionKind.Completed,
            live.Learner(live.Id("user", "id"), email: live.Body.Text("user", "email")),
            CanvasEvent.Some(live.Id("course", "id"), live.Body.Text("course", "sis_source_id"))) with { At = at }
        : null;

    private static Completion? Graded(CanvasEvent live)
    {
        if (live.Id("assignment_id") is not { } assignment || live.Id("student_id") is not { } student)
            return null;
        var graded = live.Completion(
            CompletionKind.Assessed,
            live.Learner(student, live.Body.Text("student_sis_id")),
            live.ContextCourse()) with
        {
            Assessment = assignment,
        };
        var score = live.Body.Figure("score");
        if (!score.IsGiven)
            return live.Body.Figure("old_score").IsGiven ? graded with { Kind = CompletionKind.Undone } : null;
        var (muted, complete) = (live.Body.Flag("muted"), live.Body.Flag("grading_complete"));
        if (muted.Value == true || complete.Value == false)
            return null;
        return muted.IsUnread || complete.IsUnread
            ? Points.Unread(score).In(graded)
            : Points.Of(score, default, live.Body.Figure("points_possible")).In(graded);
    }

    private static Reading Fault(string sentence) => new() { Fault = sentence };
}
