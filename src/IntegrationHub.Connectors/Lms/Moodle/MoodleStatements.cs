using IntegrationHub.Connectors.Json;
using IntegrationHub.Connectors.Lms.Statements;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.MicroCredentials;

namespace IntegrationHub.Connectors.Lms.Moodle;

/// <summary>
/// What Moodle's logstore_xapi means by its statements: the event decides. "Completed" is also said of an abandoned
/// attempt, of a module, and of a SCORM object whatever its status; success is true wherever no pass mark is set; the
/// registration is the browser's session.
/// </summary>
internal sealed class MoodleStatements : IDialect
{
    private static readonly HashSet<string> Verbs =
    [
        .. Vocabulary.Finished, .. Vocabulary.Failed, .. Vocabulary.Scored,
        "https://w3id.org/xapi/tla/verbs/achieved",
        "https://w3id.org/xapi/tla/verbs/forfeited",
    ];

    /// <inheritdoc/>
    public bool MayCount(ReadOnlySpan<char> verb, ReadOnlySpan<char> moodleEvent) =>
        MoodleEvents.InStatements.Contains(moodleEvent) && Verbs.GetAlternateLookup<ReadOnlySpan<char>>().Contains(verb);

    /// <inheritdoc/>
    public Completion? Read(Source source, Statement statement) =>
        Read(statement) is { } completion ? completion.ButFor(statement.Completion) with { Site = statement.Site } : null;

    private static Completion? Read(Statement statement)
    {
        if (statement.Learner() is not { Count: > 0 } learner || statement.Completion.Value == false)
            return null;
        var isFinished = Vocabulary.Finished.Contains(statement.Verb);
        return statement.MoodleEvent switch
        {
            MoodleEvents.CourseCompleted when isFinished && statement.IsOfCourse && statement.Success.Value != false =>
                statement.Points.In(statement.Of(CompletionKind.Completed, learner, MoodleIds.Course(statement.Object)))
                    .ButFor(statement.Success),
            MoodleEvents.BadgeAwarded => Badge(statement, CompletionKind.Completed, learner),
            MoodleEvents.BadgeRevoked => Badge(statement, CompletionKind.Undone, learner),
            MoodleEvents.CertificateIssued => Certificate(statement, CompletionKind.Completed, learner),
            MoodleEvents.CertificateRevoked => Certificate(statement, CompletionKind.Undone, learner),
            MoodleEvents.AttemptSubmitted when isFinished && statement.Type == Vocabulary.Attempt => Graded(statement, learner),
            MoodleEvents.SubmissionGraded or MoodleEvents.UserGraded when Vocabulary.Scored.Contains(statement.Verb) => Graded(
                statement,
                learner),
            MoodleEvents.ScormStatus or MoodleEvents.ScormScore => Scorm(statement, learner),
            _ => null,
        };
    }

    private static Completion? Badge(Statement statement, CompletionKind kind, List<LearnerReference> learner) =>
        MoodleIds.BadgeNumber(statement.Object.Text("id")) is { } number ? statement.Of(kind, learner, [MoodleIds.Badge(number)]) : null;

    /// <summary>The plugin names no template: it is one of the site's certificates, by the code of the issue.</summary>
    private static Completion? Certificate(Statement statement, CompletionKind kind, List<LearnerReference> learner) =>
        MoodleIds.CertificateCode(statement.Object.Text("id")) is { } code
            ? statement.Of(kind, learner, [MoodleIds.AnyCertificate]) with { Attempt = code }
            : null;

    private static Completion? Graded(Statement statement, List<LearnerReference> learner) =>
        statement.Points is { IsGiven: true } points ? points.In(Of(statement, learner)) : null;

    /// <summary>Of SCORM the verb is the status where that is "passed" or "failed", and "completed" for any other.</summary>
    private static Completion? Scorm(Statement statement, List<LearnerReference> learner)
    {
        var passed =
            Vocabulary.Passed.Contains(statement.Verb) ? true
            : Vocabulary.Failed.Contains(statement.Verb) ? false
            : (bool?)null;
        return statement.Points.IsGiven || passed is not null
            ? statement.Points.In(Of(statement, learner) with { Passed = passed })
            : null;
    }

    private static Completion Of(Statement statement, List<LearnerReference> learner) =>
        statement.Of(CompletionKind.Assessed, learner, statement.ParentCourses()) with
        {
            Assessment = statement
                .Around("parent")
                .Concat(statement.Around("grouping"))
                .Append(statement.Object)
                .Select(activity => MoodleIds.Activity(activity.Text("id")))
                .FirstOrDefault(page => page is not null),
            Attempt = MoodleIds.Attempt(statement.Object.Text("id")),
        };
}
