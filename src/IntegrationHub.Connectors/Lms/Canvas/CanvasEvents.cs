using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using IntegrationHub.Connectors.Json;
using IntegrationHub.Core;
using IntegrationHub.Core.Completions;

namespace IntegrationHub.Connectors.Lms.Canvas;

/// <summary>What Canvas Live Events (Canvas format) mean for us.</summary>
internal static class CanvasEvents
{
    /// <summary>Whether an event of that name may be a completion; all others are noise.</summary>
    public static bool MayBeCompletion(ReadOnlySpan<byte> name) => name.SequenceEqual("course_completed"u8) || name.SequenceEqual("grade_change"u8);

    /// <summary>Reads one event.</summary>
    public static Reading Read(JsonElement? json)
    {
        var metadata = json.At("metadata");
        var body = json.At("body");
        if (json.At("sensor") is not null)
            return Fault("This is Caliper; choose the format Canvas in the data stream.");
        if (metadata.Text("event_name") is not { } name)
            return Fault("The event has no metadata.event_name.");
        if (metadata.Time("event_time") is not { } time)
            return Fault("The event has no metadata.event_time.");

        var completion = name switch
        {
            "course_completed" => Completed(metadata, body, time),
            "grade_change" => Assessed(metadata, body, time),
            _ => null,
        };
        return completion is null
            ? new() { Ignored = [JsonReading.Label(name)] }
            : new() { Completions = [completion] };
    }

    private static Completion? Completed(JsonElement? metadata, JsonElement? body, DateTimeOffset time)
    {
        var ids = new CanvasIds(metadata);
        var user = ids.Local(body.Text("user", "id"));
        if (body.Time("progress", "completed_at") is not { } at)
            return null;
        // The metadata's user is who acted: the learner, but also a teacher or a job.
        var number = user is not null && ids.Local(metadata.Text("user_id")) == user ? metadata.Text("user_sis_id") : null;
        return Of(metadata, body, time) with
        {
            Kind = CompletionKind.Completed,
            At = at,
            Learner = Learner(number, user, body.Text("user", "email")),
            Courses = Some(ids.Local(body.Text("course", "id")), body.Text("course", "sis_source_id")),
        };
    }

    private static Completion? Assessed(JsonElement? metadata, JsonElement? body, DateTimeOffset time)
    {
        var ids = new CanvasIds(metadata);
        // A published grade_override carries the same event name, but neither assignment nor student.
        if (ids.Local(body.Text("assignment_id")) is not { } assignment || ids.Local(body.Text("student_id")) is not { } student)
            return null;
        if (body.Flag("muted") == true || body.Flag("grading_complete") == false)
            return null;
        if (body.Number("score") is not { } score || body.Number("points_possible") is not { } possible || possible <= 0)
            return null;
        var inCourse = metadata.Text("context_type") == "Course";
        return Of(metadata, body, time) with
        {
            Kind = CompletionKind.Assessed,
            Learner = Learner(body.Text("student_sis_id"), student, email: null),
            Courses = inCourse ? Some(ids.Local(metadata.Text("context_id")), metadata.Text("context_sis_source_id")) : [],
            Assessment = assignment,
            Score = new Score(score, 0, possible),
        };
    }

    private static Completion Of(JsonElement? metadata, JsonElement? body, DateTimeOffset time) => new()
    {
        EventId = Id(metadata, body),
        EventName = metadata.Text("event_name")!,
        Kind = default,
        Learner = [],
        Courses = [],
        At = time,
    };

    // Canvas sends no event id, and signs a repeated delivery anew: what stays the same is what happened, and when.
    private static string Id(JsonElement? metadata, JsonElement? body)
    {
        var identity = $"{metadata.Text("event_name")}\n{metadata.Text("event_time")}\n{body.Canonical()}";
        return Base32.Encode(SHA256.HashData(Encoding.UTF8.GetBytes(identity)).AsSpan(0, 20));
    }

    private static List<LearnerReference> Learner(string? number, string? id, string? email)
    {
        var references = new List<LearnerReference>();
        if (number is not null)
            references.Add(new(LearnerReferenceKind.StudentNumber, number));
        if (id is not null)
            references.Add(new(LearnerReferenceKind.LmsId, id));
        if (email is not null)
            references.Add(new(LearnerReferenceKind.Email, email));
        return references;
    }

    private static string[] Some(params string?[] values) => [.. values.OfType<string>().Distinct()];

    private static Reading Fault(string sentence) => new() { Fault = sentence };
}
