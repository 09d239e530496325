using System.Globalization;
using IntegrationHub.Core.Lms;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.MicroCredentials;

namespace IntegrationHub.Connectors.Lms.Moodle.Api;

/// <summary>What Moodle answers, as completions in the shape of its events.</summary>
internal static class MoodleAnswers
{
    /// <summary>Moodle keeps points and grades to five digits, each rounded.</summary>
    private const double Rounding = 0.001;

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

    /// <summary>Whether an item is one of the assessments, graded in the window, and shown to the learner.</summary>
    public static bool Counts(Inquiry inquiry, MoodleGradeItem item) =>
        item is { Itemtype: "mod", Graderaw: not null, Grademax: not null, Gradedategraded: > 0 and var graded }
        && item.Gradeishidden is not true
        && inquiry.Assessments.Contains(Page(item))
        && inquiry.Window.Holds(DateTimeOffset.FromUnixTimeSeconds(graded));

    public static Completion Graded(Inquiry inquiry, MoodleUser user, MoodleGradeItem item, MoodleAttempt? attempt = null) =>
        Found(inquiry, user, DateTimeOffset.FromUnixTimeSeconds(item.Gradedategraded!.Value)) with
        {
            EventName = "grade_items",
            Kind = CompletionKind.Assessed,
            Assessment = Page(item),
            Attempt = attempt is null ? null : Text(attempt.Id),
            Score = new(item.Graderaw!.Value, item.Grademin ?? 0, item.Grademax!.Value),
        };

    /// <summary>Whether a grade is an attempt's own: its points of those of the quiz, in the range of the grade.</summary>
    public static bool IsOf(MoodleGradeItem item, MoodleAttempt attempt, decimal points)
    {
        if (attempt.Sumgrades is not { } own)
            return false;
        var (min, max) = ((double)(item.Grademin ?? 0), (double)item.Grademax!.Value);
        var share = points > 0 ? (double)own / (double)points : 0;
        return Math.Abs(min + (share * (max - min)) - (double)item.Graderaw!.Value) < Rounding;
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
