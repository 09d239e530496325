using System.Text.Json;

namespace IntegrationHub.Connectors.Lms.Statements;

/// <summary>What one pass over the bytes says of a statement.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Behind its last byte.</param>
/// <param name="Id">Its own id; null where the sender gave none.</param>
/// <param name="MayCount">Whether it must be read with care; all others are noise.</param>
/// <param name="Label">A counter's label: the verb's last segment, and the Moodle event.</param>
/// <param name="Fault">Which rule it breaks; null where it breaks none, or is noise, which is not judged.</param>
internal readonly record struct SeenStatement(int Start, int End, Guid? Id, bool MayCount, string Label, string? Fault = null);

/// <summary>
/// Goes through statements in one pass over the bytes and tells noise from what may count; of this, what a store must refuse (xAPI 1.0.3,
/// Data 2.2 and 2.4) bears its fault. A store refuses the whole batch for one statement (Communication 2.1.2); the hub is none, and what
/// it refused would be lost.
/// </summary>
internal sealed class StatementScan(IDialect dialect)
{
    private const int UsualLength = 1024;
    private const int MostExpected = 1000;

    private static readonly (Part Part, string Name)[] Required =
    [
        (Part.Actor, "actor"),
        (Part.Verb, "verb.id that is an IRI"),
        (Part.Object, "object"),
    ];

    private readonly NoiseBook _labels = new();

    /// <summary>Goes through a statement, or an array of them.</summary>
    /// <exception cref="StatementException">It is neither a statement nor an array.</exception>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public List<SeenStatement> Through(ReadOnlySpan<byte> batch, XApiVersion version)
    {
        var json = new Utf8JsonReader(batch, new JsonReaderOptions { MaxDepth = 64 });
        json.Read();
        if (json.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
            throw new StatementException("The body is neither a statement nor an array of statements.");
        var seen = new List<SeenStatement>(1 + Math.Min(MostExpected, batch.Length / UsualLength));
        if (json.TokenType == JsonTokenType.StartObject)
            seen.Add(Judged(ref json, version));
        else
            while (json.Read() && json.TokenType != JsonTokenType.EndArray)
                seen.Add(Judged(ref json, version));
        json.Read();
        CheckIds(seen);
        return seen;
    }

    private SeenStatement Judged(ref Utf8JsonReader json, XApiVersion version)
    {
        var before = json;
        try
        {
            return Statement(ref json, version);
        }
        catch (StatementException fault)
        {
            json = before;
            return Damaged(ref json, fault.Message);
        }
    }

    /// <summary>A statement that breaks a rule: only its verb and its event are looked for, which tell whether that matters.</summary>
    private SeenStatement Damaged(ref Utf8JsonReader json, string fault)
    {
        var start = (int)json.TokenStartIndex;
        Span<char> verb = stackalloc char[StatementParts.LongestName];
        Span<char> moodleEvent = stackalloc char[StatementParts.LongestName];
        var (verbLength, eventLength) = (0, 0);
        Guid? id = null;
        if (json.TokenType == JsonTokenType.StartObject)
            while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            {
                var part = PartOf(in json);
                json.Read();
                if (part == Part.Id)
                    id = Tokens.Uuid(in json);
                if (part == Part.Verb)
                    verbLength = StatementParts.Inner(ref json, ["id"], verb);
                else if (part == Part.Context)
                    eventLength = StatementParts.MoodleEvent(ref json, moodleEvent);
                else
                    json.Skip();
            }
        else
            json.Skip();

        var isVerb = verb[..verbLength].Contains(':');
        var isNoise = isVerb && !dialect.MayCount(verb[..verbLength], moodleEvent[..eventLength]);
        return new(
            start, (int)json.BytesConsumed, id,
            MayCount: false,
            StatementLabel.Of(_labels, verb[..verbLength], moodleEvent[..eventLength]),
            isNoise ? null : fault);
    }

    private SeenStatement Statement(ref Utf8JsonReader json, XApiVersion version)
    {
        if (json.TokenType != JsonTokenType.StartObject)
            throw StatementException.Of("is not an object");
        var start = (int)json.TokenStartIndex;
        Span<char> verb = stackalloc char[StatementParts.LongestName];
        Span<char> moodleEvent = stackalloc char[StatementParts.LongestName];
        var (verbLength, eventLength) = (0, 0);
        Guid? id = null;
        var isReference = false;
        var found = Part.None;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var part = PartOf(in json);
            if ((found & part) != Part.None)
                throw StatementException.Of("has a member twice");
            found |= part;
            json.Read();
            switch (part)
            {
                case Part.Id:
                    id = Tokens.Uuid(in json) ?? throw StatementException.Of("has an id that is no UUID");
                    break;
                case Part.Actor:
                    ActorPart.Check(ref json);
                    break;
                case Part.Verb:
                    verbLength = StatementParts.Verb(ref json, verb);
                    break;
                case Part.Object:
                    isReference = ObjectPart.Check(ref json);
                    break;
                case Part.Timestamp when !Tokens.IsTime(in json):
                    throw StatementException.Of("has a timestamp that is not ISO 8601");
                case Part.Version when !StatementParts.IsVersion(in json, version):
                    throw StatementException.Of("has a version that is not the one that is spoken");
                case Part.Context:
                    eventLength = StatementParts.MoodleEvent(ref json, moodleEvent);
                    break;
                case Part.None:
                    json.Skip();
                    break;
            }
        }

        foreach (var (part, name) in Required)
            if ((found & part) == Part.None)
                throw StatementException.Of($"has no {name}");
        if (!isReference && verb[..verbLength].SequenceEqual(Vocabulary.Voided))
            throw StatementException.Of("voids something that is no statement");
        return new(
            start, (int)json.BytesConsumed, id,
            dialect.MayCount(verb[..verbLength], moodleEvent[..eventLength]),
            StatementLabel.Of(_labels, verb[..verbLength], moodleEvent[..eventLength]));
    }

    private static void CheckIds(List<SeenStatement> seen)
    {
        HashSet<Guid>? ids = null;
        for (var at = 0; at < seen.Count; at++)
        {
            if (seen[at].Id is { } id && !(ids ??= []).Add(id) && seen[at].MayCount)
                seen[at] = seen[at] with { MayCount = false, Fault = "Two statements of the batch have the same id." };
        }
    }

    private static Part PartOf(ref readonly Utf8JsonReader json) =>
        json.ValueTextEquals("id"u8) ? Part.Id
        : json.ValueTextEquals("actor"u8) ? Part.Actor
        : json.ValueTextEquals("verb"u8) ? Part.Verb
        : json.ValueTextEquals("object"u8) ? Part.Object
        : json.ValueTextEquals("timestamp"u8) ? Part.Timestamp
        : json.ValueTextEquals("version"u8) ? Part.Version
        : json.ValueTextEquals("context"u8) ? Part.Context
        : Part.None;

    [Flags]
    private enum Part
    {
        None = 0,
        Id = 1,
        Actor = 2,
        Verb = 4,
        Object = 8,
        Timestamp = 16,
        Version = 32,
        Context = 64,
    }
}
