using System.Globalization;
using IntegrationHub.Sandbox.Campus;

namespace IntegrationHub.Sandbox.Moodle;

/// <summary>Moodle's functions about courses: who is enrolled, who completed, who was graded.</summary>
internal static class CourseServices
{
    private const long TeacherId = 3;

    public static IResult ByField(IFormCollection form, CampusData campus)
    {
        var value = form["value"].ToString();
        var found = campus.Courses.Where(course =>
            form["field"].ToString() switch
            {
                "id" => Text(course.MoodleId) == value,
                "shortname" => course.Code == value,
                _ => false,
            });
        return Results.Json(new { courses = found.Select(Show), warnings = Array.Empty<object>() });
    }

    public static IResult Search(IFormCollection form, CampusData campus)
    {
        var found = campus
            .Courses.Where(course =>
                $"{course.Name.Fr}\n{course.Code}".Contains(form["criteriavalue"].ToString(), StringComparison.OrdinalIgnoreCase))
            .ToList();
        return Results.Json(
            new
            {
                total = found.Count,
                courses = found.Select(Show),
                warnings = Array.Empty<object>(),
            });
    }

    /// <summary>The teacher is enrolled too, and comes first.</summary>
    public static IResult Enrolled(IFormCollection form, CampusData campus, MoodleDesk desk) =>
        With(form, campus, _ => desk.Lacks("moodle/course:viewparticipants")
            ? WebServices.Fault("nopermissions", "Sorry, but you do not currently have permissions to do that.")
            : Results.Json(
                campus
                    .Learners.Select(learner => WebServices.Show(learner, desk))
                    .Prepend(WebServices.Show(
                        TeacherId, "p.tremblay", "Paule Tremblay", "paule.tremblay@example.ca", null, (3, "editingteacher"), desk))
                    .Skip(Option(form, "limitfrom") ?? 0)
                    .Take(Option(form, "limitnumber") is > 0 and var most ? most : int.MaxValue)));

    public static IResult Completion(IFormCollection form, CampusData campus, Gradebook gradebook, MoodleDesk desk) =>
        With(form, campus, course =>
        {
            if (desk.Lacks("report/completion:view"))
                return WebServices.Fault("cannotviewreport", "You cannot view this report");
            if (form["userid"] == Text(TeacherId))
                return WebServices.Fault("usernotenroled", "User is not enrolled in this course");
            var found = Mine(gradebook.Completions("moodle", course), form);
            return Results.Json(
                new
                {
                    completionstatus = new
                    {
                        completed = found is not null,
                        aggregation = 1,
                        completions = new[]
                        {
                            new
                            {
                                type = 4,
                                title = "Activity completion",
                                status = found is null ? "No" : "Yes",
                                complete = found is not null,
                                timecompleted = found?.At.ToUnixTimeSeconds(),
                            },
                        },
                    },
                    warnings = Array.Empty<object>(),
                });
        });

    public static IResult With(IFormCollection form, CampusData campus, Func<Course, IResult> show) =>
        campus.Courses.FirstOrDefault(course => Text(course.MoodleId) == form["courseid"]) is { } found
            ? show(found)
            : WebServices.Fault("invalidrecord", "Can't find data record in database table course.");

    private static GradebookEntry? Mine(IEnumerable<GradebookEntry> entries, IFormCollection form) =>
        entries.FirstOrDefault(entry => Text(entry.Learner.MoodleId) == form["userid"]);

    private static int? Option(IFormCollection form, string name)
    {
        for (var i = 0; form.ContainsKey($"options[{i}][name]"); i++)
        {
            if (form[$"options[{i}][name]"] == name)
                return int.Parse(form[$"options[{i}][value]"].ToString(), CultureInfo.InvariantCulture);
        }

        return null;
    }

    private static object Show(Course course) =>
        new
        {
            id = course.MoodleId,
            shortname = course.Code,
            idnumber = "",
            fullname = course.Name.Fr,
        };

    public static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);
}
