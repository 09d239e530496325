using System.Text;
using System.Text.Json;
using IntegrationHub.Connectors.Json;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.MicroCredentials;

namespace IntegrationHub.Connectors.Lms.Caliper;

/// <summary>
/// One event that may be a completion, read with care; what it names by IRI alone is taken from what its envelope describes.
/// </summary>
internal sealed class CaliperEvent(JsonElement? json, CaliperDescriptions descriptions)
{
    /// <summary>The term of its type, e.g. <c>GradeEvent</c>.</summary>
    public string? Type { get; } = Iri.Term(json.Text("type"));

    /// <summary>The term of its action, e.g. <c>Graded</c>.</summary>
    public string? Action { get; } = Iri.Term(json.Text("action"));

    /// <summary>What it happened to: for a grade the attempt.</summary>
    public JsonElement? Object { get; } = descriptions.Of(json.At("object"));

    /// <summary>What came of it: for a grade the score.</summary>
    public JsonElement? Generated { get; } = descriptions.Of(json.At("generated"));

    /// <summary>The course, its section or a team in it; where the event names none, the organization of the actor's membership.</summary>
    public JsonElement? Group { get; } = descriptions.Of(json.At("group") ?? json.At("membership", "organization"));

    /// <summary>The attempt that was graded, which the score may carry where the object is thinned.</summary>
    public JsonElement? Attempt => Object is { ValueKind: JsonValueKind.Object } ? Object : descriptions.Of(Generated.At("attempt"));

    /// <summary>A member, for what only some senders say.</summary>
    public JsonElement? At(params ReadOnlySpan<string> path) => descriptions.Of(json.At(path));

    /// <summary>A member of the attempt.</summary>
    public JsonElement? OfAttempt(string name) => descriptions.Of(Attempt.At(name));

    /// <summary>A counter's label: type and action.</summary>
    public string Label => Action is null ? $"entity:{Type}" : $"{Type}:{Action}";

    /// <summary>Which required members it lacks; null where it has them (Caliper 1.1, 2.2).</summary>
    public string? Fault =>
        Type is null ? "An item of the envelope has no type."
        : Action is null ? null
        : json.Text("id") is null ? "An event of the envelope has no id."
        : json.Time("eventTime") is null ? "An event of the envelope has no eventTime in ISO 8601."
        : null;

    /// <summary>Whether the glance would have let it through, had it seen through escapes.</summary>
    public bool MayCount => CaliperMeaning.MayCount(Encoding.UTF8.GetBytes(Type ?? ""), Encoding.UTF8.GetBytes(Action ?? ""));

    /// <summary>A completion that this event states.</summary>
    public Completion Completion(CompletionKind kind, IReadOnlyList<LearnerReference> learner, IReadOnlyList<string> courses) => new()
    {
        EventId = json.Text("id")!,
        EventName = JsonReading.Label(Label),
        Kind = kind,
        Learner = learner,
        Courses = courses,
        At = json.Time("eventTime").GetValueOrDefault(),
        Site = LmsSite.At(Iri.Of(descriptions.Of(json.At("edApp")))),
    };
}
