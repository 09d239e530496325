using System.Text.Json.Serialization;

namespace IntegrationHub.Connectors.Lms.Canvas.Api;

/// <summary>A user; SIS id, login and e-mail are there where the token's user may see them.</summary>
internal sealed record CanvasUser(
    long Id,
    [property: JsonPropertyName("sis_user_id")] string? SisUserId,
    [property: JsonPropertyName("login_id")] string? LoginId,
    string? Email);

internal sealed record CanvasCourse(
    long Id,
    [property: JsonPropertyName("sis_course_id")] string? SisCourseId,
    [property: JsonPropertyName("course_code")] string? CourseCode);

/// <summary>A learner's progress; the id is the user's.</summary>
internal sealed record CanvasProgress(long Id, CanvasRequirements? Progress);

internal sealed record CanvasRequirements([property: JsonPropertyName("completed_at")] DateTimeOffset? CompletedAt);

/// <summary>A submission with its grade; not posted means hidden from the learner.</summary>
internal sealed record CanvasSubmission(
    [property: JsonPropertyName("user_id")] long UserId,
    [property: JsonPropertyName("assignment_id")] long AssignmentId,
    decimal? Score,
    bool? Excused,
    [property: JsonPropertyName("workflow_state")] string? WorkflowState,
    [property: JsonPropertyName("graded_at")] DateTimeOffset? GradedAt,
    [property: JsonPropertyName("posted_at")] DateTimeOffset? PostedAt,
    CanvasAssignment? Assignment);

internal sealed record CanvasAssignment([property: JsonPropertyName("points_possible")] decimal? PointsPossible);
