using System.Globalization;
using IntegrationHub.Core.Lms;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.MicroCredentials;

namespace IntegrationHub.Connectors.Lms.Moodle.Api;

/// <summary>What Moodle answers, as completions in the shape of its events.</summary>
internal static class MoodleAnswers
{
    /// <summary>Moodle keeps points and grades to five digits, each rounded.</summary>
    private const decimal Rounding = 0.001m;
    private const int Digits = 5;

    private static readonly string?[] Teaching = ["manager", "coursecreator", "editingteacher", "teacher"];


    /// <summary>Whether Moodle tells nothing by which people know a user: every account has a user name.</summary>
    public static bool IsVeiled(MoodleUser user) => user is { Username: null, Idnumber: null, Email: null };

    /// <summary>Whether a user may be a learner: those who only teach are asked for nothing.</summary>
    public static bool IsLearner(MoodleUser user) =>
        user.Roles is not { Count: > 0 } roles || roles.Any(role => !Teaching.Contains(role.Shortname));

    public static LmsUser Of(MoodleUser user) => new(Text(user.Id), user.Idnumber, user.Username, user.Email);

    public static LmsCourse Of(MoodleCourse course) =>
        new(
            Text(course.Id),
            [
                .. new[] { Text(course.Id), course.Idnumber, course.Shortname }
                    .Where(name => !string.IsNullOrWhiteSpace(name))
                    .OfType<string>()
                    .Distinct(),
            ]);


    public static (string, string)[] InCourse(Inquiry inquiry, MoodleUser user) =>
        [("courseid", inquiry.Course.Id), ("userid", Text(user.Id))];

    public static IEnumerable<(string, string)> Options(params (string Name, int Value)[] options) => options.SelectMany((option, i) =>
        new[] { ($"options[{i}][name]", option.Name), ($"options[{i}][value]", Text(option.Value)) });

    /// <summary>A completed course is dated by its last criterion; null where it is not completed, or not in the window.</summary>
    public static Completion? Completed(Inquiry inquiry, MoodleUser user, MoodleCompletionStatus? status)
    {
        var last = status is { Completed: true }
            ? status.Completions?.Where(criterion => criterion.Complete).Max(criterion => criterion.Timecompleted)
            : null;
        return last is > 0 and var seconds && DateTimeOffset.FromUnixTimeSeconds(seconds) is var at && inquiry.Window.Holds(at)
            ? Found(inquiry, user, at) with { EventName = "course_completion_status" }
            : null;
    }

    /// <summary>Whether an item is one of the assessments, graded since the beginning of the window, and shown to the learner.</summary>
    public static bool Counts(Inquiry inquiry, MoodleGradeItem item) =>
        item is { Itemtype: "mod", Graderaw: not null, Grademax: not null, Gradedategraded: > 0 and var graded }
        && item.Gradeishidden is not true
        && inquiry.Assessments.Contains(Page(item))
        && DateTimeOffset.FromUnixTimeSeconds(graded) >= inquiry.Window.Since;

    /// <summary>Whether an item was graded in the window.</summary>
    public static bool IsInWindow(Inquiry inquiry, MoodleGradeItem item) =>
        inquiry.Window.Holds(DateTimeOffset.FromUnixTimeSeconds(item.Gradedategraded!.Value));

    public static Completion Graded(Inquiry inquiry, MoodleUser user, MoodleGradeItem item, MoodleAttempt? attempt = null) =>
        Found(inquiry, user, DateTimeOffset.FromUnixTimeSeconds(item.Gradedategraded!.Value)) with
        {
            EventName = "grade_items",
            Kind = CompletionKind.Assessed,
            Assessment = Page(item),
            Attempt = attempt is null ? null : Text(attempt.Id),
            Score = new(item.Graderaw!.Value, item.Grademin ?? 0, item.Grademax!.Value),
        };

    /// <summary>An attempt's own result: its points of those of the quiz, in the range of the grade.</summary>
    public static Score Own(MoodleGradeItem item, MoodleAttempt attempt, decimal points)
    {
        var (min, max) = (item.Grademin ?? 0, item.Grademax!.Value);
        var own = points > 0 ? Math.Round(min + (attempt.Sumgrades!.Value / points * (max - min)), Digits) : min;
        return new(item.Graderaw is { } grade && Math.Abs(own - grade) < Rounding ? grade : own, min, max);
    }

    /// <summary>When an attempt got the grade that it has: finished, or graded again.</summary>
    public static DateTimeOffset Last(MoodleAttempt attempt) =>
        DateTimeOffset.FromUnixTimeSeconds(Math.Max(attempt.Timefinish!.Value, attempt.Timemodified ?? 0));

    public static string Text(long? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    public static string Page(MoodleGradeItem item) => $"/mod/{item.Itemmodule}/view.php?id={Text(item.Cmid)}";

    private static Completion Found(Inquiry inquiry, MoodleUser user, DateTimeOffset at) => new()
    {
        EventId = "",
        EventName = "",
        Kind = CompletionKind.Completed,
        Learner = Of(user).References(),
        Courses = inquiry.Course.Names,
        At = at,
    };
}
