using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using IntegrationHub.Connectors.Json;
using IntegrationHub.Core;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.MicroCredentials;

namespace IntegrationHub.Connectors.Lms.Canvas;

/// <summary>One Live Event in Canvas format: what happened (body), and by whom and where (metadata).</summary>
internal sealed class CanvasEvent(JsonElement? json)
{
    private readonly JsonElement? _metadata = json.At("metadata");
    private readonly CanvasIds _ids = new(json.At("metadata"));

    /// <summary>Canvas's name of the event.</summary>
    public string? Name { get; } = json.Text("metadata", "event_name");

    /// <summary>When it was sent off.</summary>
    public DateTimeOffset? Time { get; } = json.Time("metadata", "event_time");

    /// <summary>What happened.</summary>
    public JsonElement? Body { get; } = json.At("body");

    /// <summary>An id of the body in its local form.</summary>
    public string? Id(params ReadOnlySpan<string> path) => _ids.Local(Body.Text(path));

    /// <summary>A learner by the local id.</summary>
    /// <param name="user">The learner; null where the body does not say.</param>
    /// <param name="number">The SIS's id of the learner; null where the body does not say, but the metadata may.</param>
    /// <param name="email">The address; null where the body does not say.</param>
    public IReadOnlyList<LearnerReference> Learner(string? user, string? number = null, string? email = null)
    {
        // The metadata's user is who acted: the learner, but also a teacher or a job.
        number ??= user is not null && _ids.Local(_metadata.Text("user_id")) == user ? _metadata.Text("user_sis_id") : null;
        (LearnerReferenceKind Kind, string? Value)[] names =
            [(LearnerReferenceKind.StudentNumber, number), (LearnerReferenceKind.LmsId, user), (LearnerReferenceKind.Email, email)];
        return [.. names.Where(name => name.Value is not null).Select(name => new LearnerReference(name.Kind, name.Value!))];
    }

    /// <summary>The course of the context, by both its ids; none where the context is something else.</summary>
    public IReadOnlyList<string> ContextCourse() =>
        _metadata.Text("context_type") == "Course"
            ? Some(_ids.Local(_metadata.Text("context_id")), _metadata.Text("context_sis_source_id"))
            : [];

    /// <summary>A course by the local id, with its SIS id where the context is that course.</summary>
    public IReadOnlyList<string> Course(string? id) => ContextCourse() is [var first, ..] context && first == id ? context : Some(id);

    /// <summary>A completion that this event states.</summary>
    public Completion Completion(CompletionKind kind, IReadOnlyList<LearnerReference> learner, IReadOnlyList<string> courses) => new()
    {
        EventId = Identity(),
        EventName = Name!,
        Kind = kind,
        Learner = learner,
        Courses = courses,
        Tenant = _metadata.Text("root_account_uuid"),
        At = Time.GetValueOrDefault(),
    };

    /// <summary>Ids without those that are missing.</summary>
    public static string[] Some(params string?[] ids) => [.. ids.OfType<string>().Distinct()];

    // Canvas sends no event id, and signs a repeated delivery anew: what stays the same is what happened, and when.
    private string Identity()
    {
        var identity = $"{Name}\n{_metadata.Text("event_time")}\n{Body.Canonical()}";
        return Base32.Encode(SHA256.HashData(Encoding.UTF8.GetBytes(identity)).AsSpan(0, 20));
    }
}
