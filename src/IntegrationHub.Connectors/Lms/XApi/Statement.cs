using System.Text.Json;
using IntegrationHub.Connectors.Json;
using IntegrationHub.Core.Completions;

namespace IntegrationHub.Connectors.Lms.XApi;

/// <summary>What one valid statement means for us.</summary>
internal sealed class Statement(JsonElement? json)
{
    private readonly string _verb = json.Text("verb", "id")!;
    private readonly string? _event = json.At("context", "extensions").Text(Vocabulary.MoodleInfo, "event_name");

    /// <summary>Its id.</summary>
    public string Id { get; } = StatementId.Of(json);

    /// <summary>When it happened; null where the sender does not say.</summary>
    public DateTimeOffset? At => json.Time("timestamp");

    /// <summary>A counter's label: the verb's last segment, and the Moodle event.</summary>
    public string Label => JsonReading.Label(_event is null ? ShortVerb : $"{ShortVerb}:{MoodleIds.Short(_event)}");

    private string ShortVerb => _verb[(_verb.LastIndexOfAny(['/', '#', ':']) + 1)..];

    /// <summary>The completion it states, with no time yet; null where it states none.</summary>
    public Completion? Completion()
    {
        if (Learner() is not { Count: > 0 } learner || json.Flag("result", "success") == false || json.Flag("result", "completion") == false)
            return null;
        if (Vocabulary.Finished.Contains(_verb) && IsCourse(json.At("object")))
            return Of(CompletionKind.Completed, learner, MoodleIds.Course(json.At("object"))) with { Score = Score() };
        return IsAssessment() && Score() is { } score
            ? Of(CompletionKind.Assessed, learner, ParentCourse()) with
            {
                Score = score,
                Assessment = ParentActivity(),
                Attempt = MoodleIds.Attempt(json.Text("object", "id")),
            }
            : null;
    }

    // Only these: "completed" is also said of an abandoned attempt, of a module, and of a SCORM object whatever its status.
    private bool IsAssessment() => _event switch
    {
        @"\mod_quiz\event\attempt_submitted" =>
            Vocabulary.Finished.Contains(_verb) && json.Text("object", "definition", "type") == Vocabulary.Attempt,
        @"\mod_assign\event\submission_graded" => Vocabulary.Scored.Contains(_verb),
        _ => false,
    };

    // Never from "scaled": Moodle's plugin stretches it over -1 to 1, so that 50 % is 0.
    private Score? Score()
    {
        var score = json.At("result", "score");
        return score.Number("raw") is { } raw && score.Number("max") is { } max && (score.Number("min") ?? 0) is var min && max > min
            ? new Score(raw, min, max)
            : null;
    }

    private List<LearnerReference> Learner()
    {
        var references = new List<LearnerReference>();
        if (json.Text("actor", "objectType") is not (null or "Agent"))
            return references;
        if (json.Text("actor", "account", "name") is { } name)
        {
            references.Add(new(LearnerReferenceKind.LmsId, name));
            if (!name.All(char.IsAsciiDigit))
                references.Add(new(LearnerReferenceKind.Login, name));
        }

        if (json.Text("actor", "mbox") is { Length: > 7 } mbox)
            references.Add(new(LearnerReferenceKind.Email, mbox[7..]));
        return references;
    }

    private string[] ParentCourse() => [.. Parents().Where(IsCourse).SelectMany(MoodleIds.Course).Distinct()];

    private string? ParentActivity() => Parents().Select(p => MoodleIds.Activity(p.Text("id"))).FirstOrDefault(p => p is not null);

    private IEnumerable<JsonElement?> Parents() =>
        json.Each("context", "contextActivities", "parent").Concat(json.Each("context", "contextActivities", "grouping"));

    private static bool IsCourse(JsonElement? activity) =>
        activity.Text("definition", "type") is { } type && Vocabulary.Course.Contains(type);

    private Completion Of(CompletionKind kind, IReadOnlyList<LearnerReference> learner, IReadOnlyList<string> courses) => new()
    {
        EventId = Id,
        EventName = _event ?? ShortVerb,
        Kind = kind,
        Learner = learner,
        Courses = courses,
        At = At.GetValueOrDefault(),
    };
}
