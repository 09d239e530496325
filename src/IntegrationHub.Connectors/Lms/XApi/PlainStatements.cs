using IntegrationHub.Connectors.Json;
using IntegrationHub.Connectors.Lms.Moodle;
using IntegrationHub.Connectors.Lms.Statements;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.MicroCredentials;

namespace IntegrationHub.Connectors.Lms.XApi;

/// <summary>
/// What any sender of xAPI means by its statements, cmi5 among them (cmi5, 9.3). Statements that name the Moodle event
/// they come from are read as Moodle means them.
/// </summary>
internal sealed class PlainStatements(MoodleStatements moodle) : IDialect
{
    /// <summary>What is named so is too small to be an assessment: each question of a quiz is passed or failed too.</summary>
    private static readonly HashSet<string> TooSmall =
    [
        "http://adlnet.gov/expapi/activities/cmi.interaction",
        "http://adlnet.gov/expapi/activities/interaction",
        "http://adlnet.gov/expapi/activities/question",
        "http://adlnet.gov/expapi/activities/module",
        "https://w3id.org/xapi/cmi5/activitytype/block",
    ];

    private const string NoLetter = "Fail";

    /// <inheritdoc/>
    public bool MayCount(ReadOnlySpan<char> verb, ReadOnlySpan<char> moodleEvent) =>
        moodleEvent.IsEmpty
            ? Is(Vocabulary.Finished, verb)
                || Is(Vocabulary.Failed, verb)
                || Is(Vocabulary.Scored, verb)
                || verb.SequenceEqual(Vocabulary.Voided)
            : moodle.MayCount(verb, moodleEvent);

    /// <inheritdoc/>
    public Completion? Read(Source source, Statement statement)
    {
        if (statement.Voids is { } voided)
            return statement.Of(CompletionKind.Undone, [], []) with { Undoes = voided };
        if (statement.MoodleEvent is not null)
            return moodle.Read(source, statement);
        if (statement.Learner(source.Setting("homePage")) is not { Count: > 0 } learner || statement.Completion.Value == false)
            return null;
        var completion = statement.IsOfCourse ? Course(statement, learner) : Assessment(statement, learner);
        if (completion is not null && source.Setting("homePage") is null)
            completion = completion with { Site = statement.AccountSite };
        return completion?.ButFor(statement.Success).ButFor(statement.Completion);
    }

    private static Completion? Course(Statement statement, List<LearnerReference> learner)
    {
        var success = statement.Success.Value;
        var isPassed = Vocabulary.Passed.Contains(statement.Verb);
        var completion = statement.PointsOrShare.In(statement.Of(
            CompletionKind.Completed,
            learner,
            [.. MoodleIds.Course(statement.Object), .. Published(statement)]) with
        {
            Attempt = Registration(statement),
        });
        if (statement.Verb == Vocabulary.Earned)
            return Earned(statement, completion);
        if (Vocabulary.Finished.Contains(statement.Verb) && success != false)
            return completion with { Passed = isPassed && success == true ? true : null };
        completion = completion with
        {
            Kind = CompletionKind.Assessed,
            Passed = success == false || Vocabulary.Failed.Contains(statement.Verb) ? false : null,
        };
        // "Passed" without success contradicts itself; "completed" without success is the end of an attempt that failed.
        return isPassed || completion is { Score: null, Passed: null, Doubts.Count: 0 } ? null : completion;
    }

    // Computed anew with every answer: where the tracking event has no letter, for the learner is still at it, this one says "Fail".
    private static Completion? Earned(Statement statement, Completion completion) =>
        completion is { Score: null, Doubts.Count: 0 }
        || statement.Result.Text("extensions", Vocabulary.GradeLetter) is not { Length: > 0 } letter
        || letter == NoLetter
            ? null
            : completion with { Kind = CompletionKind.Assessed, Letter = letter };

    private static Completion? Assessment(Statement statement, List<LearnerReference> learner)
    {
        var success = statement.Success.Value;
        var (isPassed, isFailed) = (Vocabulary.Passed.Contains(statement.Verb), Vocabulary.Failed.Contains(statement.Verb));
        var score = statement.PointsOrShare;
        var passed =
            isFailed || success == false ? false
            : isPassed && !statement.Success.IsUnread ? true
            : (bool?)null;
        var isResult =
            isPassed || isFailed || (score.IsGiven && (Vocabulary.Scored.Contains(statement.Verb) || IsCompletedAssessment(statement)));
        if (!isResult
            || (isPassed && success == false)
            || TooSmall.Contains(statement.Type ?? "")
            || statement.Object.Text("id") is not { } id)
            return null;
        return score.In(statement.Of(
            CompletionKind.Assessed,
            learner,
            [.. statement.ParentCourses().Concat(Published(statement)).Append(id).Distinct()]) with
        {
            Assessment = id,
            Passed = passed,
            Attempt = Registration(statement),
        });
    }

    private static bool IsCompletedAssessment(Statement statement) =>
        Vocabulary.Finished.Contains(statement.Verb) && statement.Type == Vocabulary.Assessment;

    /// <summary>
    /// cmi5 alone says what a registration is: the learner's enrolment in the course (cmi5, 9.6.1). Elsewhere it may be anything.
    /// </summary>
    private static string? Registration(Statement statement) =>
        IsCmi5(statement) ? statement.Context.Text("registration")?.ToLowerInvariant() : null;

    /// <summary>
    /// The publisher's id of a cmi5 course or unit; the object's own id is the LMS's, made anew with each import (cmi5, 9.4 and 9.6.2.3).
    /// </summary>
    private static IEnumerable<string> Published(Statement statement) =>
        IsCmi5(statement) ? statement.Around("grouping").Select(activity => activity.Text("id")).OfType<string>() : [];

    private static bool IsCmi5(Statement statement) => statement.Around("category").Any(activity => activity.Text("id") == Vocabulary.Cmi5);

    private static bool Is(HashSet<string> verbs, ReadOnlySpan<char> verb) => verbs.GetAlternateLookup<ReadOnlySpan<char>>().Contains(verb);
}
