using System.Text.Json;
using IntegrationHub.Connectors.Json;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.MicroCredentials;

namespace IntegrationHub.Connectors.Lms.OpenEdx;

/// <summary>A tracking event as Open edX logs it, forwarded as it is.</summary>
internal sealed class TrackingEvent(JsonElement? json)
{
    private const string FirstPass = "edx.course.grade.passed.first_time";
    private const string NowPassed = "edx.course.grade.now_passed";
    private const string NowFailed = "edx.course.grade.now_failed";
    private const string CourseGrade = "edx.grades.course.grade_calculated";
    private const string SubsectionGrade = "edx.grades.subsection.grade_calculated";

    private readonly string? _name = json.Text("name") ?? json.Text("event_type");
    private readonly JsonElement? _data = json.At("data") ?? Logged(json.At("event"));

    /// <summary>Whether an event of that name may be a completion; all others are noise.</summary>
    public static bool MayBeCompletion(ReadOnlySpan<byte> name) =>
        name.StartsWith("edx.course.grade."u8)
        || name.SequenceEqual("edx.grades.course.grade_calculated"u8)
        || name.SequenceEqual("edx.grades.subsection.grade_calculated"u8);

    /// <summary>Reads it.</summary>
    public Reading Read()
    {
        var completion = _name switch
        {
            FirstPass or NowPassed => Of(CompletionKind.Completed) with { Passed = true },
            NowFailed => Of(CompletionKind.Undone),
            CourseGrade => Graded(),
            SubsectionGrade => Assessed(),
            _ => null,
        };
        if (completion is null)
            return OneEvent.Noise(_name);
        if (completion.Learner.Count == 0 || completion.Courses.Count == 0)
            return OneEvent.Fault("The tracking event has no data.user_id or no data.course_id.");
        if (completion.At == default)
            return OneEvent.Fault("The tracking event has no time that can be read.");
        // The transaction's id is that of the answer which set off several events.
        return OneEvent.Counts(completion, IdentityHash.Of([IdentityHash.Of(completion), _data.Text("event_transaction_id")]));
    }

    // Computed anew with every answer: without a letter the learner is still at it.
    private Completion? Graded() => _data.Text("letter_grade") is { } letter
        && Points.Of(_data.Figure("percent_grade"), 0, 1) is { IsGiven: true } score
        ? score.In(Of(CompletionKind.Assessed) with { Letter = letter })
        : null;

    private Completion? Assessed() =>
        _data.Text("block_id") is { } block
        && Points.Of(_data.Figure("weighted_graded_earned"), default, _data.Figure("weighted_graded_possible"))
            is { IsGiven: true } score
            ? score.In(Of(CompletionKind.Assessed) with { Assessment = block })
            : null;

    private Completion Of(CompletionKind kind)
    {
        // The context's user is who acted: the learner, a teacher who regraded, or a job.
        var learner = _data.Text("user_id");
        var login =
            learner is not null && json.Text("context", "user_id") == learner
                ? json.Text("context", "username") ?? json.Text("username")
                : null;
        return new()
        {
            EventId = "",
            EventName = _name!,
            Kind = kind,
            Learner =
                learner is null ? []
                : login is null ? [new(LearnerReferenceKind.LmsId, learner)]
                : [new(LearnerReferenceKind.LmsId, learner), new(LearnerReferenceKind.Login, login)],
            Courses = _data.Text("course_id") is { } course ? [course] : [],
            At = (Moments.Parse(json.Text("timestamp")) ?? Moments.Parse(json.Text("time"))).GetValueOrDefault(),
        };
    }

    /// <summary>In log files the data is JSON within a text.</summary>
    private static JsonElement? Logged(JsonElement? data) =>
        data is { ValueKind: JsonValueKind.String } text ? JsonReading.TryParse(text.GetString()!) : data;
}
