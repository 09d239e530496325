using System.Text.Json;
using IntegrationHub.Connectors.Json;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.MicroCredentials;

namespace IntegrationHub.Connectors.Lms.GenericJson;

/// <summary>Reads one event by the source's paths and words.</summary>
internal sealed class FieldReading(Source source)
{
    private static readonly Reading Foreign = new() { IsForeign = true };

    private static readonly HashSet<string> WordsOfTheFirstReleases = new(
        ["true", "1", "yes", "pass", "passed", "false", "0", "no", "fail", "failed"],
        StringComparer.OrdinalIgnoreCase);

    private readonly FieldMapping _fields = FieldMapping.Of(source);

    /// <summary>Reads an event.</summary>
    /// <param name="json">Its fields.</param>
    /// <param name="attributes">What it says of itself.</param>
    public Reading Read(JsonElement? json, Attributes attributes)
    {
        var tenant = _fields.Value(json, FieldSettings.Tenant);
        if (_fields.Has(FieldSettings.Tenant) && (tenant is null || !_fields.Says(FieldSettings.Tenants, tenant)))
            return Foreign;
        if (_fields.KindOf(attributes.Name) is not { } kind)
            return OneEvent.Noise(attributes.Name ?? "no-name");
        var learner = Learner(json);
        if (learner.Count == 0)
            return OneEvent.Fault(
                "An event that counts names no learner: there is nothing at "
                    + $"{string.Join(", ", FieldSettings.Learner.Where(_fields.Has).Select(_fields.Spelling))}."
            );
        if (_fields.Values(json, FieldSettings.Course) is not { Count: > 0 } courses)
            return OneEvent.Fault($"An event that counts names no course: there is nothing at {_fields.Spelling(FieldSettings.Course)}.");
        if (attributes.Time is not { } at)
            return OneEvent.Fault($"An event that counts bears no time that can be read at {attributes.TimeStands}.");

        var completion = new Completion
        {
            EventId = "",
            EventName = _fields.NameOf(attributes.Name),
            Kind = kind,
            Learner = learner,
            Courses = courses,
            Assessment = _fields.Value(json, FieldSettings.Assessment),
            Attempt = _fields.Value(json, FieldSettings.Attempt),
            Letter = _fields.Value(json, FieldSettings.Letter),
            Path = Path(json),
            Undoes = kind == CompletionKind.Undone ? attributes.Scoped(_fields.Value(json, FieldSettings.Undoes)) : null,
            Tenant = tenant,
            At = at.At,
        };
        var passed = Passed(json);
        completion = Score(json).In(completion with { Passed = passed.Value }).ButFor(passed);
        // A missing result is not zero: there is nothing to judge.
        return kind == CompletionKind.Assessed && completion is { Score: null, Letter: null, Passed: null, Doubts.Count: 0 }
            ? OneEvent.Noise(completion.EventName)
            : OneEvent.Counts(
                completion with { At = at.In(source.Zone) },
                attributes.Scoped(attributes.Id ?? Identity(json, completion)));
    }

    // Words that are read only by now are no part of the identity: what was counted before them keeps its id.
    private string Identity(JsonElement? json, Completion completion) => IdentityHash.Of(
        _fields.HasWords(FieldSettings.PassedWhen) || WordsOfTheFirstReleases.Contains(_fields.Value(json, FieldSettings.Passed) ?? "")
            ? completion
            : completion with { Passed = null });

    private List<LearnerReference> Learner(JsonElement? json)
    {
        LearnerReferenceKind[] kinds =
        [
            LearnerReferenceKind.StudentNumber,
            LearnerReferenceKind.LmsId,
            LearnerReferenceKind.Login,
            LearnerReferenceKind.Email,
        ];
        return
        [
            .. FieldSettings
                .Learner.Zip(kinds)
                .SelectMany(pair => _fields.Values(json, pair.First).Select(value => new LearnerReference(pair.Second, value))),
        ];
    }

    private Points Score(JsonElement? json) => Points.Of(
        _fields.Number(json, FieldSettings.Score),
        _fields.Number(json, FieldSettings.ScoreMin),
        _fields.Number(json, FieldSettings.ScoreMax));

    // With words of the institution's own every other value says no.
    private Flag Passed(JsonElement? json) =>
        _fields.HasWords(FieldSettings.PassedWhen)
            ? new(_fields.Value(json, FieldSettings.Passed) is { } value ? _fields.Says(FieldSettings.PassedWhen, value) : null)
            : _fields.Flag(json, FieldSettings.Passed);

    private LearningPath? Path(JsonElement? json) => _fields.Value(json, FieldSettings.Path) is not { } value ? null
        : _fields.Says(FieldSettings.PriorLearningWhen, value) ? LearningPath.PriorLearning
        : LearningPath.Course;
}
