using System.Text.RegularExpressions;
using IntegrationHub.Core.Model.Kinds;

namespace IntegrationHub.Connectors.Lms.GenericJson;

/// <summary>
/// The settings by which an institution says where a sender's fields stand and what its words mean. A path setting may hold
/// several paths, separated by spaces: the first that leads to a value
/// counts, and for <see cref="Course"/> all of them.
/// </summary>
internal static partial class FieldSettings
{
    /// <summary>The array of events; without it a delivery is one event.</summary>
    public const string Events = "events";

    /// <summary>The sender's id of the event.</summary>
    public const string EventId = "eventId";

    /// <summary>The sender's name of the event.</summary>
    public const string Event = "event";

    /// <summary>When it happened: ISO 8601, or Unix seconds or milliseconds.</summary>
    public const string Time = "time";

    /// <summary>Every id of the course.</summary>
    public const string Course = "course";

    /// <summary>Points given.</summary>
    public const string Score = "score";

    /// <summary>Lowest and highest possible points: a path, or the number itself.</summary>
    public const string ScoreMin = "scoreMin", ScoreMax = "scoreMax";

    /// <summary>The names of events that complete, assess and undo; <c>*</c> is every event that no other list names.</summary>
    public const string CompletedWhen = "completedWhen", AssessedWhen = "assessedWhen", UndoneWhen = "undoneWhen";

    /// <summary>The sender's customer, and which customers are the institution.</summary>
    public const string Tenant = "tenant", Tenants = "tenants";

    /// <summary>Pass or fail, and the values that mean pass; without them true, 1, yes, pass and passed.</summary>
    public const string Passed = "passed", PassedWhen = "passedWhen";

    /// <summary>How the learner came to it, and the values that mean prior learning.</summary>
    public const string Path = "path", PriorLearningWhen = "priorLearningWhen";

    /// <summary>Assessment, attempt, letter, and the id of the event that this one takes back.</summary>
    public const string Assessment = "assessment", Attempt = "attempt", Letter = "letter", Undoes = "undoes";

    /// <summary>References to the learner, the surest first.</summary>
    public static IReadOnlyList<string> Learner { get; } = ["studentNumber", "lmsId", "login", "email"];

    /// <summary>Every event, where it stands in a list of names.</summary>
    public const string Any = "*";

    /// <summary>Settings that hold paths into one event.</summary>
    public static IReadOnlyList<string> OfAnEvent { get; } =
        [.. Learner, Course, Assessment, Attempt, Score, ScoreMin, ScoreMax, Passed, Letter, Path, Undoes, Tenant];

    /// <summary>Settings that hold paths to what CloudEvents says by itself.</summary>
    public static IReadOnlyList<string> OfAnEnvelope { get; } = [Events, EventId, Event, Time];

    /// <summary>Settings that hold words, separated by spaces; a word with a space stands in single quotes.</summary>
    public static IReadOnlyList<string> Vocabulary { get; } =
    [CompletedWhen, AssessedWhen, UndoneWhen, PassedWhen, PriorLearningWhen, Tenants];

    /// <summary>Which setting makes no sense without which other.</summary>
    public static IReadOnlyList<(string Setting, string Needs)> Pairs { get; } =
    [
        (Tenant, Tenants), (Tenants, Tenant), (Path, PriorLearningWhen), (PriorLearningWhen, Path), (PassedWhen, Passed),
        (Score, ScoreMax), (ScoreMax, Score), (ScoreMin, Score), (Undoes, UndoneWhen),
    ];

    /// <summary>The settings of a sender of JSON.</summary>
    public static IReadOnlyList<Setting> OfJson { get; } =
        Described([Time, Course], [Events, EventId, Event, .. OfAnEvent.Except([Course]), .. Vocabulary]);

    /// <summary>The settings of a sender of CloudEvents, which says the rest by itself.</summary>
    public static IReadOnlyList<Setting> OfCloudEvents { get; } = Described([Course], [Time, .. OfAnEvent.Except([Course]), .. Vocabulary]);

    /// <summary>The words of a setting.</summary>
    public static IReadOnlyList<string> Words(string? text) =>
        [.. Word().Matches(text ?? "").Select(word => word.Groups[1].Success ? word.Groups[1].Value : word.Value)];

    private static IReadOnlyList<Setting> Described(IReadOnlyList<string> required, IReadOnlyList<string> optional) =>
    [
        .. from name in required.Concat(optional)
           select FieldMeanings.All.Single(one => one.Name == name) with { IsRequired = required.Contains(name) },
    ];

    [GeneratedRegex(@"'([^']*)'|\S+")]
    private static partial Regex Word();
}
