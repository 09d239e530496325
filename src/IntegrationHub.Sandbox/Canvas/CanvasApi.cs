using System.Globalization;
using IntegrationHub.Sandbox.Campus;
using IntegrationHub.Sandbox.Http;
using IntegrationHub.Sandbox.Settings;

namespace IntegrationHub.Sandbox.Canvas;

/// <summary>Canvas's REST API, as an administrator's access token sees it.</summary>
internal static class CanvasApi
{
    private const string BySis = "sis_course_id:";

    public static void MapCanvasApi(this WebApplication app)
    {
        var api = app.MapGroup("/canvas/api/v1")
            .AddEndpointFilter(
                async (context, next) =>
                    IsAuthorised(context.HttpContext)
                        ? await next(context)
                        : Refusal(StatusCodes.Status401Unauthorized, "Invalid access token."));
        api.MapGet("/users/{id}", User);
        api.MapGet("/accounts/self/courses", Courses);
        api.MapGet("/courses/{id}", (string id, CampusData campus) => Found(id, campus, course => Results.Json(Show(course))));
        api.MapGet("/courses/{id}/users", Users);
        api.MapGet("/courses/{id}/bulk_user_progress", Progress);
        api.MapGet("/courses/{id}/students/submissions", Submissions);
    }

    private static IResult User(string id, CampusData campus) =>
        long.TryParse(id, out var number)
        && campus.Learners.FirstOrDefault(learner => learner.CanvasId == number || campus.Canvas.Shard + learner.CanvasId == number)
            is { } found
            ? Results.Json(Show(found))
            : NotFound();

    private static IResult Courses(HttpContext context, CampusData campus)
    {
        var text = context.Request.Query["search_term"].ToString();
        return context.Page([
            .. campus
                .Courses.Where(course =>
                    $"{course.Name.Fr}\n{course.Code}\n{course.CanvasSisId}".Contains(text, StringComparison.OrdinalIgnoreCase))
                .Select(Show),
        ]);
    }

    private static IResult Users(string id, HttpContext context, CampusData campus) => Found(id, campus, _ =>
        {
            var wanted = context.Request.Query["user_ids[]"].ToHashSet();
            return Results.Json(campus.Learners.Where(learner => wanted.Contains(Text(learner.CanvasId))).Select(Show));
        });

    private static IResult Progress(string id, HttpContext context, CampusData campus, Gradebook gradebook) => Found(id, campus, course =>
        {
            var completed = gradebook.Completions("canvas", course).ToDictionary(entry => entry.Learner.Email, entry => entry.At);
            return context.Page([
                .. campus.Learners.Select(learner => new
                {
                    id = learner.CanvasId,
                    display_name = learner.Name,
                    progress = new
                    {
                        requirement_count = 4,
                        requirement_completed_count = completed.ContainsKey(learner.Email) ? 4 : 1,
                        next_requirement_url = (string?)null,
                        completed_at = completed.TryGetValue(learner.Email, out var at) ? Time(at) : null,
                    },
                }),
            ]);
        });

    private static IResult Submissions(string id, HttpContext context, CampusData campus, Gradebook gradebook) =>
        Found(id, campus, course =>
        {
            var query = context.Request.Query;
            if (query["student_ids[]"] != "all")
                return Refusal(StatusCodes.Status400BadRequest, "The sandbox answers student_ids[]=all only.");
            var asked = query["assignment_ids[]"].Select(Number).ToList();
            if (asked.Exists(assignment => assignment != course.AssignmentId))
                return Results.Json(new { error = "invalid assignment ids requested" }, statusCode: StatusCodes.Status403Forbidden);
            var since = DateTimeOffset.TryParse(query["graded_since"], CultureInfo.InvariantCulture, out var given)
                ? given
                : DateTimeOffset.MinValue;
            return context.Page([
                .. gradebook
                    .Grades("canvas", course)
                    .Where(entry => entry.At > since)
                    .Select(entry => new
                    {
                        id = 70_000 + entry.Attempt,
                        user_id = entry.Learner.CanvasId,
                        assignment_id = course.AssignmentId,
                        score = Math.Round(entry.Percent!.Value / 100 * course.PointsPossible, 2),
                        workflow_state = "graded",
                        excused = false,
                        attempt = 1,
                        graded_at = Time(entry.At),
                        posted_at = Time(entry.At),
                        assignment = query["include[]"].Contains("assignment")
                            ? new { id = course.AssignmentId, points_possible = course.PointsPossible }
                            : null,
                    }),
            ]);
        });

    private static IResult Found(string id, CampusData campus, Func<Course, IResult> show) =>
        campus.Courses.FirstOrDefault(course => Text(course.CanvasId) == id || (course.CanvasSisId is { } sis && BySis + sis == id))
            is { } found
            ? show(found)
            : NotFound();

    private static object Show(Course course) =>
        new
        {
            id = course.CanvasId,
            name = course.Name.Fr,
            course_code = course.Code,
            sis_course_id = course.CanvasSisId,
            workflow_state = "available",
        };

    private static object Show(Learner learner) =>
        new
        {
            id = learner.CanvasId,
            name = learner.Name,
            sortable_name = $"{learner.Family}, {learner.Given}",
            sis_user_id = learner.StudentNumber,
            login_id = learner.Login,
            email = learner.Email,
        };

    private static bool IsAuthorised(HttpContext context) =>
        context.RequestServices.GetRequiredService<SandboxOptions>().Canvas.Token is { Length: > 0 } token
        && SafeEquals.Same(context.Request.Headers.Authorization, $"Bearer {token}");

    private static IResult NotFound() => Refusal(StatusCodes.Status404NotFound, "The specified resource does not exist.");

    private static IResult Refusal(int status, string message) =>
        Results.Json(new { errors = new[] { new { message } } }, statusCode: status);

    /// <summary>As Ruby's to_i: the digits at the beginning, else 0.</summary>
    private static long Number(string? text) =>
        long.TryParse(string.Concat(text!.TakeWhile(char.IsAsciiDigit)), CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);
}
