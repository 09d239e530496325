using System.Globalization;
using System.Text.Json.Nodes;
using IntegrationHub.Sandbox.Campus;

namespace IntegrationHub.Sandbox.Canvas;

/// <summary>Live Events in Canvas format. Nothing in them identifies the event; ids are global in one kind and local in another.</summary>
internal sealed class CanvasEvents(CampusData campus, TimeProvider time)
{
    private static long Submission = 70_000;

    /// <summary>All module requirements met. The learner acts, so the metadata is the learner's; no score, no SIS id in the body.</summary>
    public JsonObject CourseCompleted(Learner learner, Course course)
    {
        var metadata = Metadata("course_completed", course);
        Actor(metadata, learner.CanvasId, learner.Email, learner.StudentNumber, "StudentEnrollment");
        var requirements = 4 + (int)(course.CanvasId % 5);
        return Event(metadata, new()
        {
            ["course"] = new JsonObject
            {
                ["account_id"] = "12",
                ["id"] = Local(course.CanvasId),
                ["name"] = course.Name.Fr,
                ["sis_source_id"] = course.CanvasSisId,
            },
            ["progress"] = new JsonObject
            {
                ["completed_at"] = Now(),
                ["next_requirement_url"] = null,
                ["requirement_completed_count"] = requirements,
                ["requirement_count"] = requirements,
            },
            ["user"] = new JsonObject { ["email"] = learner.Email, ["id"] = Local(learner.CanvasId), ["name"] = learner.Name },
        });
    }

    /// <summary>The summative assignment is graded. A teacher acts; the learner is student_id.</summary>
    public JsonObject GradeChange(Learner learner, Course course, decimal percent)
    {
        var score = Math.Round(percent / 100 * course.PointsPossible, 2);
        var metadata = Metadata("grade_change", course);
        Actor(metadata, campus.Canvas.TeacherId, "enseignement@example.ca", null, "TeacherEnrollment");
        return Event(metadata, new()
        {
            ["submission_id"] = campus.Canvas.Global(Interlocked.Increment(ref Submission)),
            ["assignment_id"] = campus.Canvas.Global(course.AssignmentId),
            ["grade"] = score.ToString("0.##", CultureInfo.InvariantCulture),
            ["old_grade"] = null,
            ["score"] = score,
            ["old_score"] = null,
            ["points_possible"] = course.PointsPossible,
            ["old_points_possible"] = course.PointsPossible,
            ["grader_id"] = campus.Canvas.Global(campus.Canvas.TeacherId),
            ["student_id"] = campus.Canvas.Global(learner.CanvasId),
            ["student_sis_id"] = learner.StudentNumber,
            ["user_id"] = campus.Canvas.Global(learner.CanvasId),
            ["grading_complete"] = true,
            ["muted"] = false,
        });
    }

    /// <summary>A teacher sets the final grade of the course.</summary>
    public JsonObject GradeOverride(Learner learner, Course course, decimal percent)
    {
        var metadata = Metadata("grade_override", course);
        Actor(metadata, campus.Canvas.TeacherId, "enseignement@example.ca", null, "TeacherEnrollment");
        return Event(metadata, new()
        {
            ["score_id"] = "43",
            ["enrollment_id"] = "44",
            ["user_id"] = Local(learner.CanvasId),
            ["course_id"] = Local(course.CanvasId),
            ["grading_period_id"] = null,
            ["override_score"] = percent,
            ["old_override_score"] = null,
            ["updated_at"] = Now(),
        });
    }

    /// <summary>Something that is no completion. The address in the metadata holds a token, as real ones do.</summary>
    public JsonObject AssetAccessed(Learner learner, Course course)
    {
        var metadata = Metadata("asset_accessed", course);
        Actor(metadata, learner.CanvasId, learner.Email, learner.StudentNumber, "StudentEnrollment");
        metadata["url"] = $"https://{campus.Canvas.Host}/courses/{course.CanvasId}/files/5501/download?verifier={Guid.NewGuid():N}";
        return Event(metadata, new()
        {
            ["asset_name"] = "Plan de cours",
            ["asset_type"] = "attachment",
            ["asset_id"] = campus.Canvas.Global(5501),
            ["asset_subtype"] = null,
            ["category"] = "files",
            ["role"] = "StudentEnrollment",
            ["level"] = null,
            ["filename"] = "plan.pdf",
            ["display_name"] = "plan.pdf",
        });
    }

    private JsonObject Metadata(string name, Course course) => new()
    {
        ["context_account_id"] = campus.Canvas.Global(12),
        ["context_id"] = campus.Canvas.Global(course.CanvasId),
        ["context_sis_source_id"] = course.CanvasSisId,
        ["context_type"] = "Course",
        ["event_name"] = name,
        ["event_time"] = Now(),
        ["hostname"] = campus.Canvas.Host,
        ["http_method"] = "POST",
        ["producer"] = "canvas",
        ["referrer"] = null,
        ["request_id"] = Guid.NewGuid().ToString(),
        ["root_account_id"] = campus.Canvas.Global(campus.Canvas.RootAccountId),
        ["root_account_lti_guid"] = $"{campus.Canvas.RootAccountUuid}.{campus.Canvas.Host}",
        ["root_account_uuid"] = campus.Canvas.RootAccountUuid,
        ["session_id"] = Guid.NewGuid().ToString("N"),
        ["time_zone"] = campus.Institution.TimeZone,
        ["url"] = $"https://{campus.Canvas.Host}/courses/{course.CanvasId}",
        ["user_account_id"] = campus.Canvas.Global(campus.Canvas.RootAccountId),
        ["user_agent"] = "Mozilla/5.0 (X11; Linux x86_64)",
    };

    private void Actor(JsonObject metadata, long id, string login, string? sisId, string role)
    {
        metadata["context_role"] = role;
        metadata["user_id"] = campus.Canvas.Global(id);
        metadata["user_login"] = login;
        metadata["user_sis_id"] = sisId;
    }

    private string Now() => time.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);

    private static string Local(long id) => id.ToString(CultureInfo.InvariantCulture);

    private static JsonObject Event(JsonObject metadata, JsonObject body) => new() { ["metadata"] = metadata, ["body"] = body };
}
