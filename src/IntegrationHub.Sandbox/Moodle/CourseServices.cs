using System.Globalization;
using IntegrationHub.Sandbox.Campus;

namespace IntegrationHub.Sandbox.Moodle;

/// <summary>Moodle's functions about courses: who is enrolled, who completed, who was graded.</summary>
internal static class CourseServices
{
    private const long QuizInstances = 1000;

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

    public static IResult Enrolled(IFormCollection form, CampusData campus) =>
        With(form, campus, _ =>
            Results.Json(
                campus
                    .Learners.Skip(Option(form, "limitfrom") ?? 0)
                    .Take(Option(form, "limitnumber") ?? int.MaxValue)
                    .Select(WebServices.Show)));

    public static IResult Completion(IFormCollection form, CampusData campus, Gradebook gradebook) => With(form, campus, course =>
        {
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

    public static IResult Grades(IFormCollection form, CampusData campus, Gradebook gradebook) => With(form, campus, course =>
        {
            var found = Mine(gradebook.Grades("moodle", course), form);
            var item = new
            {
                id = QuizInstances + course.QuizCmid,
                itemname = course.Name.Fr,
                itemtype = "mod",
                itemmodule = "quiz",
                iteminstance = QuizInstances + course.QuizCmid,
                cmid = course.QuizCmid,
                graderaw = found?.Percent / 100 * course.QuizMax,
                grademin = 0,
                grademax = course.QuizMax,
                gradedategraded = found?.At.ToUnixTimeSeconds(),
                gradeishidden = false,
            };
            return Results.Json(
                new
                {
                    usergrades = new[]
                    {
                        new
                        {
                            courseid = course.MoodleId,
                            userid = long.Parse(form["userid"].ToString(), CultureInfo.InvariantCulture),
                            gradeitems = new[] { item },
                        },
                    },
                    warnings = Array.Empty<object>(),
                });
        });

    public static IResult Attempts(IFormCollection form, CampusData campus, Gradebook gradebook)
    {
        var course = campus.Courses.FirstOrDefault(course => Text(QuizInstances + course.QuizCmid) == form["quizid"]);
        var found = course is null ? null : Mine(gradebook.Grades("moodle", course), form);
        return Results.Json(
            new
            {
                attempts = found is null
                    ? []
                    : new[]
                    {
                        new
                        {
                            id = found.Attempt,
                            attempt = 1,
                            state = "finished",
                            timefinish = found.At.ToUnixTimeSeconds(),
                            sumgrades = found.Percent,
                        },
                    },
                warnings = Array.Empty<object>(),
            });
    }

    private static IResult With(IFormCollection form, CampusData campus, Func<Course, IResult> show) =>
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

    private static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);
}
