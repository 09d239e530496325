using System.Text.Json;
using IntegrationHub.Connectors.Json;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.MicroCredentials;

namespace IntegrationHub.Connectors.Lms.Statements;

/// <summary>What one valid statement says; what its sender means by it is a matter of its <see cref="IDialect"/>.</summary>
internal sealed class Statement
{
    private readonly JsonElement? _json;

    /// <summary>A statement that a <see cref="StatementScan"/> let pass.</summary>
    /// <exception cref="JsonException">A name comes twice in one object: readers would disagree on it.</exception>
    public Statement(ReadOnlyMemory<byte> json, Guid? ownId)
    {
        _json = JsonReading.Parse(json);
        HasOwnId = ownId is not null;
        Id = ownId?.ToString("D") ?? StatementId.Derive(_json);
        Verb = _json.Text("verb", "id")!;
    }

    /// <summary>Its id: its own, else one derived from what stays the same when it is sent again.</summary>
    public string Id { get; }

    /// <summary>Whether the sender gave the id, so that it can be referred to.</summary>
    public bool HasOwnId { get; }

    /// <summary>The verb's IRI.</summary>
    public string Verb { get; }

    /// <summary>The verb in short, e.g. <c>completed</c>.</summary>
    public string ShortVerb => Verb[(Verb.LastIndexOfAny(['/', '#', ':']) + 1)..];

    /// <summary>When it happened; null where the sender does not say.</summary>
    public DateTimeOffset? At => _json.Time("timestamp");

    /// <summary>The object.</summary>
    public JsonElement? Object => _json.At("object");

    /// <summary>The IRI of the object's type; null where it names none.</summary>
    public string? Type => _json.Text("object", "definition", "type");

    /// <summary>The result.</summary>
    public JsonElement? Result => _json.At("result");

    /// <summary>The context.</summary>
    public JsonElement? Context => _json.At("context");

    /// <summary>
    /// The Moodle event that logstore_xapi made it of, e.g. <c>\core\event\course_completed</c>; null from any other sender.
    /// </summary>
    public string? MoodleEvent => _json.At("context", "extensions").Text(Vocabulary.MoodleInfo, "event_name");

    /// <summary>The statement that it takes back; null where it takes none back.</summary>
    public string? Voids => Verb == Vocabulary.Voided ? _json.Text("object", "id")?.ToLowerInvariant() : null;

    /// <summary>Whether the learner passed, by the result.</summary>
    public Flag Success => Result.Flag("success");

    /// <summary>Whether the learner came to the end, by the result.</summary>
    public Flag Completion => Result.Flag("completion");

    /// <summary>The points, from raw, min and max alone; none where there are none, which is not zero.</summary>
    public Points Points
    {
        get
        {
            var score = Result.At("score");
            return score is null or { ValueKind: JsonValueKind.Object }
                ? Points.Of(score.Figure("raw"), score.Figure("min"), score.Figure("max"))
                : Points.Unread(Result.Figure("score"));
        }
    }

    /// <summary>
    /// The points, else the scaled score as the share of 1 that xAPI and cmi5 mean by it; what is no share is not read.
    /// Never for Moodle: its plugin stretches it over -1 to 1, so that 50 % is 0. Whoever stretches it unknown to us is read
    /// too low, never too high.
    /// </summary>
    public Points PointsOrShare
    {
        get
        {
            var (points, scaled) = (Points, Result.Figure("score", "scaled"));
            return points.Score is not null || !scaled.IsGiven ? points
                : scaled.Value is >= 0 and <= 1 ? Points.Of(scaled, 0, 1)
                : Points.Unread(scaled);
        }
    }

    /// <summary>Whether the object is a whole course.</summary>
    public bool IsOfCourse => IsCourse(Object);

    /// <summary>The activities of a relation in the context (xAPI 1.0.3, Data 2.4.6.2).</summary>
    /// <param name="relation"><c>parent</c>, <c>grouping</c>, <c>category</c> or <c>other</c>.</param>
    public IEnumerable<JsonElement?> Around(string relation) => Context.Each("contextActivities", relation);

    /// <summary>Every id of the courses that it stands in.</summary>
    public string[] ParentCourses() =>
        [.. Around("parent").Concat(Around("grouping")).Where(IsCourse).SelectMany(MoodleIds.Course).Distinct()];

    /// <summary>Every name of the learner, the surest first; none where the actor is a group.</summary>
    /// <param name="homePage">The page whose accounts are the source's own; those of other pages are other people's. Null: there is only
    /// one.</param>
    public List<LearnerReference> Learner(string? homePage = null)
    {
        var references = new List<LearnerReference>();
        if (_json.Text("actor", "objectType") is not (null or "Agent"))
            return references;
        if (_json.Text("actor", "account", "name") is { } name)
        {
            var page = _json.Text("actor", "account", "homePage");
            if (homePage is not null && page != homePage)
                references.Add(new(LearnerReferenceKind.Other, $"{page} {name}"));
            else
                references.Add(new(LearnerReferenceKind.LmsId, name));
            if (references[0].Kind == LearnerReferenceKind.LmsId && !name.All(char.IsAsciiDigit))
                references.Add(new(LearnerReferenceKind.Login, name));
        }

        if (_json.Text("actor", "mbox") is { Length: > 7 } mbox)
            references.Add(new(LearnerReferenceKind.Email, mbox[7..]));
        if ((_json.Text("actor", "openid") ?? _json.Text("actor", "mbox_sha1sum")) is { } other)
            references.Add(new(LearnerReferenceKind.Other, other));
        return references;
    }

    /// <summary>Host of the site that the statement is of: that of its object, else that of its learner's account.</summary>
    public LmsSite? Site => LmsSite.At(_json.Text("object", "id")) ?? AccountSite;

    /// <summary>Host of the site that the learner's account is of; null where the learner is named in another way.</summary>
    public LmsSite? AccountSite => LmsSite.At(_json.Text("actor", "account", "homePage"));

    /// <summary>Something that the statement states of its learner.</summary>
    public Completion Of(CompletionKind kind, IReadOnlyList<LearnerReference> learner, IReadOnlyList<string> courses) => new()
    {
        EventId = Id,
        EventName = MoodleEvent ?? ShortVerb,
        Kind = kind,
        Learner = learner,
        Courses = courses,
        At = At.GetValueOrDefault(),
        Digest = HasOwnId ? StatementContent.Digest(_json) : null,
    };

    private static bool IsCourse(JsonElement? activity) =>
        activity.Text("definition", "type") is { } type && Vocabulary.Course.Contains(type);
}
