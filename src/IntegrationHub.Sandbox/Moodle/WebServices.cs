using IntegrationHub.Sandbox.Campus;
using IntegrationHub.Sandbox.Http;
using IntegrationHub.Sandbox.Settings;

namespace IntegrationHub.Sandbox.Moodle;

/// <summary>Moodle's web services over REST; whatever goes wrong is told with status 200, as Moodle does.</summary>
internal static class WebServices
{
    public static void MapWebServices(this WebApplication app) => app.MapPost("/moodle/webservice/rest/server.php", Call);

    public static IResult Fault(string code, string message) =>
        Results.Json(
            new
            {
                exception = "moodle_exception",
                errorcode = code,
                message,
            });


    private static async Task<IResult> Call(
        HttpRequest request, CampusData campus, Gradebook gradebook, MoodleDesk desk, SandboxOptions options)
    {
        var form = request.HasFormContentType ? await request.ReadFormAsync(request.HttpContext.RequestAborted) : FormCollection.Empty;
        if (options.Moodle.Token is not { Length: > 0 } token || !SafeEquals.Same(form["wstoken"], token))
            return Fault("invalidtoken", "Invalid token - token not found");
        if (form["moodlewsrestformat"] != "json")
            return Results.Text("<?xml version=\"1.0\" encoding=\"UTF-8\" ?><RESPONSE/>", "application/xml");
        return form["wsfunction"].ToString() switch
        {
            "core_user_get_users_by_field" => Users(form, campus, desk),
            "core_course_get_courses_by_field" => CourseServices.ByField(form, campus),
            "core_course_search_courses" => CourseServices.Search(form, campus),
            "core_enrol_get_enrolled_users" => CourseServices.Enrolled(form, campus, desk),
            "core_completion_get_course_completion_status" => CourseServices.Completion(form, campus, gradebook, desk),
            "gradereport_user_get_grade_items" => GradeServices.Grades(form, campus, gradebook, desk),
            "mod_quiz_get_user_attempts" => GradeServices.Attempts(form, campus, gradebook, desk),
            "mod_quiz_get_quizzes_by_courses" => GradeServices.Quizzes(form, campus, desk),
            _ => Fault("accessexception", "Access control exception"),
        };
    }

    private static IResult Users(IFormCollection form, CampusData campus, MoodleDesk desk)
    {
        if (form["field"] != "id")
            return Fault("invalidparameter", "Invalid parameter value detected");
        var wanted = form.Where(pair => pair.Key.StartsWith("values[", StringComparison.Ordinal))
            .Select(pair => pair.Value.ToString())
            .ToHashSet();
        return Results.Json(campus.Learners.Where(learner => wanted.Contains($"{learner.MoodleId}"))
            .Select(learner => Show(learner, desk)));
    }

    public static object Show(Learner learner, MoodleDesk desk) =>
        Show(learner.MoodleId, learner.Login, learner.Name, learner.Email, learner.StudentNumber, (5, "student"), desk);

    /// <summary>A user; without the right to see all details Moodle leaves the members out that tell who it is.</summary>
    public static object Show(
        long id, string login, string name, string email, string? number, (int Id, string Name) role, MoodleDesk desk) =>
        desk.Lacks("moodle/user:viewalldetails")
            ? new { id, fullname = name }
            : new
            {
                id,
                username = login,
                fullname = name,
                email,
                idnumber = number ?? "",
                auth = "manual",
                roles = new[] { new { roleid = role.Id, shortname = role.Name } },
            };
}
