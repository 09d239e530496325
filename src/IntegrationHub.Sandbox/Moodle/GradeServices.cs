using IntegrationHub.Sandbox.Campus;

namespace IntegrationHub.Sandbox.Moodle;

/// <summary>
/// Moodle's functions about grades. The gradebook has one grade a learner and quiz, the highest of its attempts; an item that the token's
/// user may not see is left out without a word.
/// </summary>
internal static class GradeServices
{
    private const long QuizInstances = 1000;
    private const decimal QuizPoints = 100;

    /// <summary>The grades of a learner, or of all of the course's where the user's id is 0.</summary>
    public static IResult Grades(IFormCollection form, CampusData campus, Gradebook gradebook, MoodleDesk desk) =>
        CourseServices.With(form, campus, course =>
        {
            if (desk.Lacks("moodle/grade:viewall"))
                return WebServices.Fault("nopermissiontoviewgrades", "You don't have permission to view grades");
            var whose = form["userid"].ToString() is "" or "0"
                ? campus.Learners
                : campus.Learners.Where(learner => CourseServices.Text(learner.MoodleId) == form["userid"]);
            return Results.Json(
                new
                {
                    usergrades = whose.Select(learner => new
                    {
                        courseid = course.MoodleId,
                        userid = learner.MoodleId,
                        gradeitems = Items(course, learner, gradebook, desk),
                    }),
                    warnings = Array.Empty<object>(),
                });
        });

    /// <summary>The finished attempts of a learner, each with points of its own.</summary>
    public static IResult Attempts(IFormCollection form, CampusData campus, Gradebook gradebook, MoodleDesk desk)
    {
        var course = campus.Courses.FirstOrDefault(course => CourseServices.Text(Instance(course)) == form["quizid"]);
        var learner = campus.Learners.FirstOrDefault(learner => CourseServices.Text(learner.MoodleId) == form["userid"]);
        if (desk.Lacks("mod/quiz:viewreports"))
            return WebServices.Fault("nopermissions", "Sorry, but you do not currently have permissions to do that.");
        return Results.Json(
            new
            {
                attempts = course is null || learner is null
                    ? []
                    : gradebook.Attempts("moodle", course, learner).Select((taken, before) => new
                    {
                        id = taken.Attempt,
                        attempt = before + 1,
                        state = "finished",
                        timefinish = taken.At.ToUnixTimeSeconds(),
                        timemodified = taken.At.ToUnixTimeSeconds(),
                        sumgrades = desk.StateOf(course, learner) == "ungraded" ? null : taken.Percent,
                    }),
                warnings = Array.Empty<object>(),
            });
    }

    public static IResult Quizzes(IFormCollection form, CampusData campus, MoodleDesk desk) => Results.Json(
        new
        {
            quizzes = campus.Courses.Where(course => CourseServices.Text(course.MoodleId) == form["courseids[0]"] && IsShown(desk))
                .Select(course => new { id = Instance(course), coursemodule = course.QuizCmid, sumgrades = QuizPoints }),
            warnings = Array.Empty<object>(),
        });

    private static IEnumerable<object> Items(Course course, Learner learner, Gradebook gradebook, MoodleDesk desk)
    {
        var taken = gradebook.Attempts("moodle", course, learner);
        var (state, written) = (desk.StateOf(course, learner), desk.OverrideOf(course, learner));
        decimal? percent = state is "marking" or "ungraded" ? null : written ?? taken.Max(one => one.Percent);
        var graded = percent is null ? null : taken.Count > 0 ? taken[^1].At.ToUnixTimeSeconds() : (long?)null;
        if (IsShown(desk))
            yield return new
            {
                id = Instance(course),
                itemname = course.Name.Fr,
                itemtype = "mod",
                itemmodule = "quiz",
                iteminstance = (long?)Instance(course),
                cmid = (long?)course.QuizCmid,
                graderaw = percent / 100 * course.QuizMax,
                grademin = 0,
                grademax = course.QuizMax,
                gradedategraded = graded,
                gradeishidden = state == "hidden",
                gradeisoverridden = written is not null,
            };
        yield return new
        {
            id = 2 * QuizInstances + course.QuizCmid,
            itemtype = "course",
            graderaw = percent,
            grademin = 0,
            grademax = QuizPoints,
            gradedategraded = graded,
            gradeishidden = false,
        };
    }

    private static bool IsShown(MoodleDesk desk) => !desk.Lacks("mod/quiz:view") && !desk.Lacks("moodle/course:viewhiddenactivities");

    private static long Instance(Course course) => QuizInstances + course.QuizCmid;
}
