using Refit;

namespace IntegrationHub.Connectors.Lms.Canvas.Api;

/// <summary>
/// Canvas's REST API, version 1; the token is an access token of a user who may read what is asked. Lists come in pages, the next named by
/// the header Link.
/// </summary>
internal interface ICanvasApi
{
    [Get("/api/v1/users/{id}")]
    Task<CanvasUser> User([Authorize("Bearer")] string token, string id, CancellationToken cancellation);

    /// <summary>Courses of the account; the text is part of a name, a code or a SIS id.</summary>
    [Get("/api/v1/accounts/self/courses?per_page=100")]
    Task<ApiResponse<CanvasCourse[]>> Courses(
        [Authorize("Bearer")] string token,
        [AliasAs("search_term")] string? text,
        string? page,
        CancellationToken cancellation);


    /// <summary>A course by its id, or by <c>sis_course_id:…</c>.</summary>
    [Get("/api/v1/courses/{id}")]
    Task<CanvasCourse> Course([Authorize("Bearer")] string token, string id, CancellationToken cancellation);

    /// <summary>Users of a course by their ids, also those whose enrolment has ended.</summary>
    [Get("/api/v1/courses/{id}/users?per_page=100&include[]=email&enrollment_state[]=active&enrollment_state[]=completed")]
    Task<CanvasUser[]> Users(
        [Authorize("Bearer")] string token,
        string id,
        [AliasAs("user_ids[]"), Query(CollectionFormat.Multi)] IEnumerable<long> users,
        CancellationToken cancellation);

    /// <summary>How far the learners of a course are; 400 where the course has no requirements.</summary>
    [Get("/api/v1/courses/{id}/bulk_user_progress?per_page=100")]
    Task<ApiResponse<CanvasProgress[]>> Progress(
        [Authorize("Bearer")] string token,
        string id,
        string? page,
        CancellationToken cancellation);

    /// <summary>What was graded since a moment.</summary>
    [Get("/api/v1/courses/{id}/students/submissions?per_page=100&student_ids[]=all&include[]=assignment")]
    Task<ApiResponse<CanvasSubmission[]>> Submissions(
        [Authorize("Bearer")] string token,
        string id,
        [AliasAs("assignment_ids[]"), Query(CollectionFormat.Multi)] IEnumerable<string> assignments,
        [AliasAs("graded_since")] string since,
        string? page,
        CancellationToken cancellation);
}
