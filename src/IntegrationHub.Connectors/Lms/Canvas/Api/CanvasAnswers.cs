using System.Globalization;
using IntegrationHub.Core.Lms;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.MicroCredentials;

namespace IntegrationHub.Connectors.Lms.Canvas.Api;

/// <summary>What Canvas answers, as completions in the shape of its events.</summary>
internal static class CanvasAnswers
{
    /// <summary>A grade may be hidden at first and posted weeks later: it counts from then on, and is dated by the grading.</summary>
    private static readonly TimeSpan LongestHidden = TimeSpan.FromDays(30);

    public static LmsUser Of(CanvasUser user) => new(Text(user.Id), user.SisUserId, user.LoginId, user.Email);

    public static LmsCourse Of(CanvasCourse course) =>
        new(
            Text(course.Id),
            [
                .. new[] { Text(course.Id), course.SisCourseId, course.CourseCode }
                    .Where(name => !string.IsNullOrWhiteSpace(name))
                    .OfType<string>()
                    .Distinct(),
            ]);


    /// <summary>From when on grades are asked for: also those that were hidden until the window.</summary>
    public static string GradedSince(Period window) =>
        (window.Since - LongestHidden).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>The assessments that are assignments: of an outcome (<c>outcome:97</c>) there are no submissions.</summary>
    public static IEnumerable<string> Assignments(Inquiry inquiry) => inquiry.Assessments.Where(id => id.All(char.IsAsciiDigit));

    /// <summary>Whether a submission has a result that the learner can see, since some moment of the window.</summary>
    public static bool Counts(Inquiry inquiry, CanvasSubmission submission) =>
        submission
            is { WorkflowState: "graded", Score: not null, GradedAt: { } graded, PostedAt: { } posted, Assignment.PointsPossible: > 0 }
        && submission.Excused is not true
        && inquiry.Assessments.Contains(Text(submission.AssignmentId))
        && (inquiry.Window.Holds(graded) || inquiry.Window.Holds(posted));

    public static Completion Completed(Inquiry inquiry, CanvasProgress learner, IReadOnlyDictionary<long, LmsUser> users) => new()
    {
        EventId = "",
        EventName = "bulk_user_progress",
        Kind = CompletionKind.Completed,
        Learner = References(learner.Id, users),
        Courses = inquiry.Course.Names,
        At = learner.Progress!.CompletedAt!.Value,
    };

    public static Completion Graded(Inquiry inquiry, CanvasSubmission submission, IReadOnlyDictionary<long, LmsUser> users) => new()
    {
        EventId = "",
        EventName = "submissions",
        Kind = CompletionKind.Assessed,
        Learner = References(submission.UserId, users),
        Courses = inquiry.Course.Names,
        Assessment = Text(submission.AssignmentId),
        Score = new(submission.Score!.Value, 0, submission.Assignment!.PointsPossible!.Value),
        At = submission.GradedAt!.Value,
    };

    private static IReadOnlyList<LearnerReference> References(long user, IReadOnlyDictionary<long, LmsUser> users) =>
        users.TryGetValue(user, out var known) ? known.References() : [new(LearnerReferenceKind.LmsId, Text(user))];

    private static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);
}
