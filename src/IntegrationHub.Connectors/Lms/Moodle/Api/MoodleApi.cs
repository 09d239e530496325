using System.Globalization;
using IntegrationHub.Core.Failures;
using IntegrationHub.Core.Lms;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Outside;

namespace IntegrationHub.Connectors.Lms.Moodle.Api;

/// <summary>
/// What Moodle's web services tell beyond its events. It answers learner by learner, so a part is a few learners of the course.
/// </summary>
internal sealed class MoodleApi(MoodleCalls moodle) : ILmsApi
{
    private const int LearnersInAPart = 10;
    private const int CoursesInAPage = 100;

    /// <inheritdoc/>
    public string Kind => "moodle";

    /// <inheritdoc/>
    public async Task<LmsUser?> FindUser(Institution institution, Connection connection, string id, CancellationToken cancellation)
    {
        if (!long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return null;
        var users = await moodle.Call<MoodleUser[]>(
            institution,
            connection,
            "core_user_get_users_by_field",
            [("field", "id"), ("values[0]", id)],
            cancellation);
        // Whatever else comes back, only the user that was asked for is the learner.
        return users.FirstOrDefault(user => user.Id == number) is { } found ? MoodleAnswers.Of(found) : null;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<LmsCourse>> FindCourses(
        PacedConnection paced,
        string name,
        bool isWhole,
        CancellationToken cancellation)
    {
        if (!isWhole)
            return await Search(paced, name, cancellation);
        string[] fields = name.All(char.IsAsciiDigit) ? ["id", "idnumber", "shortname"] : ["idnumber", "shortname"];
        foreach (var field in fields)
        {
            var found = await Ask<MoodleCourses>(
                paced,
                "core_course_get_courses_by_field",
                [("field", field), ("value", name)],
                cancellation);
            if (found.Courses is { Count: > 0 } courses)
                return [.. courses.Select(MoodleAnswers.Of)];
        }

        return [];
    }

    /// <inheritdoc/>
    public async Task<AnswerPart> Read(PacedConnection paced, Inquiry inquiry, string? cursor, CancellationToken cancellation)
    {
        var from = int.Parse(cursor ?? "0", CultureInfo.InvariantCulture);
        var users = await Ask<MoodleUser[]>(
            paced,
            "core_enrol_get_enrolled_users",
            [("courseid", inquiry.Course.Id), .. MoodleAnswers.Options(("limitfrom", from), ("limitnumber", LearnersInAPart))],
            cancellation);
        var quizzes = new Lazy<Task<MoodleQuizzes>>(() =>
            Ask<MoodleQuizzes>(paced, "mod_quiz_get_quizzes_by_courses", [("courseids[0]", inquiry.Course.Id)], cancellation));
        var found = new List<Completion>();
        foreach (var user in users)
        {
            if (await Completed(paced, inquiry, user, cancellation) is { } completed)
                found.Add(completed);
            if (inquiry.Assessments.Count > 0)
                found.AddRange(await Graded(paced, inquiry, user, quizzes, cancellation));
        }

        return new(found, users.Length < LearnersInAPart ? null : (from + users.Length).ToString(CultureInfo.InvariantCulture));
    }

    private async Task<Completion?> Completed(PacedConnection paced, Inquiry inquiry, MoodleUser user, CancellationToken cancellation)
    {
        try
        {
            var answer = await Ask<MoodleCompletion>(
                paced,
                "core_completion_get_course_completion_status",
                MoodleAnswers.InCourse(inquiry, user),
                cancellation);
            return MoodleAnswers.Completed(inquiry, user, answer.Completionstatus);
        }
        catch (OutsideException refusal) when (refusal.Fault == OutsideFault.Refused)
        {
            return null; // The course has no completion criteria, or completion is switched off.
        }
    }

    private async Task<IEnumerable<Completion>> Graded(
        PacedConnection paced,
        Inquiry inquiry,
        MoodleUser user,
        Lazy<Task<MoodleQuizzes>> quizzes,
        CancellationToken cancellation)
    {
        var answer = await Ask<MoodleGrades>(
            paced,
            "gradereport_user_get_grade_items",
            MoodleAnswers.InCourse(inquiry, user),
            cancellation);
        var found = new List<Completion>();
        foreach (var item in (answer.Usergrades ?? [])
                .Where(grades => grades.Userid == user.Id)
                .SelectMany(grades => grades.Gradeitems ?? [])
                .Where(item => MoodleAnswers.Counts(inquiry, item)))
        {
            if (item.Itemmodule != "quiz")
                found.Add(MoodleAnswers.Graded(inquiry, user, item));
            else if (await Quiz(paced, inquiry, user, item, quizzes, cancellation) is { } graded)
                found.Add(graded);
        }

        return found;
    }

    /// <summary>
    /// A grade of a quiz, with the attempt that it stands for: its events name attempts, the gradebook does not. It holds
    /// the highest, first, last or average grade, dated by the latest attempt. Null where it is no attempt's own.
    /// </summary>
    private async Task<Completion?> Quiz(
        PacedConnection paced,
        Inquiry inquiry,
        MoodleUser user,
        MoodleGradeItem item,
        Lazy<Task<MoodleQuizzes>> quizzes,
        CancellationToken cancellation)
    {
        var attempts = await Attempts(paced, user, item, cancellation);
        if (attempts.Count < 2 || item.Gradeisoverridden is true)
            return MoodleAnswers.Graded(inquiry, user, item, attempts is [.., var last] ? last : null);
        var points = PointsOf(await quizzes.Value, item);
        return attempts.LastOrDefault(attempt => MoodleAnswers.IsOf(item, attempt, points)) is { } own
            ? MoodleAnswers.Graded(inquiry, user, item, own) with
            {
                At = MoodleAnswers.Last(own),
            }
            : null;
    }

    /// <summary>The finished attempts that a grade can stand for, by their end.</summary>
    private async Task<IReadOnlyList<MoodleAttempt>> Attempts(
        PacedConnection paced,
        MoodleUser user,
        MoodleGradeItem item,
        CancellationToken cancellation)
    {
        var answer = await Ask<MoodleAttempts>(
            paced,
            "mod_quiz_get_user_attempts",
            [("quizid", MoodleAnswers.Text(item.Iteminstance)), ("userid", MoodleAnswers.Text(user.Id)), ("status", "finished")],
            cancellation);
        return
        [
            .. (answer.Attempts ?? [])
                .Where(attempt => attempt.Timefinish is > 0 and var end && end <= item.Gradedategraded)
                .OrderBy(attempt => attempt.Timefinish),
        ];
    }

    /// <summary>The points of all questions of a quiz: attempts are graded in points, grades are scaled.</summary>
    private static decimal PointsOf(MoodleQuizzes quizzes, MoodleGradeItem item) =>
        (quizzes.Quizzes ?? []).FirstOrDefault(quiz => quiz.Id == item.Iteminstance)?.Sumgrades
        ?? throw new OutsideException(
            OutsideFault.Refused,
            $"Moodle does not show the quiz of {MoodleAnswers.Page(item)} to the token of this connection: "
                + "which attempt its grades stand for cannot be told."
        );

    private async Task<IReadOnlyList<LmsCourse>> Search(PacedConnection paced, string text, CancellationToken cancellation)
    {
        var courses = new List<LmsCourse>();
        for (var page = 0; ; page++)
        {
            var answer = await Ask<MoodleCourses>(
                paced,
                "core_course_search_courses",
                [
                    ("criterianame", "search"),
                    ("criteriavalue", text),
                    ("page", MoodleAnswers.Text(page)),
                    ("perpage", MoodleAnswers.Text(CoursesInAPage)),
                ],
                cancellation);
            var found = answer.Courses ?? [];
            courses.AddRange(found.Select(MoodleAnswers.Of));
            if (found.Count < CoursesInAPage)
                return courses;
        }
    }

    private Task<T> Ask<T>(
        PacedConnection paced,
        string function,
        IEnumerable<(string Name, string Value)> arguments,
        CancellationToken cancellation
    ) => paced.Ask(() => moodle.Call<T>(paced.Institution, paced.Connection, function, arguments, cancellation), cancellation);
}
