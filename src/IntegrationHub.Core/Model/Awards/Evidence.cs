using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.MicroCredentials;

namespace IntegrationHub.Core.Model.Awards;

/// <summary>One completion as it counts towards a micro-credential: a row under (learner, micro-credential), never changed.</summary>
/// <param name="EventId">The source's id of the event.</param>
/// <param name="Source">Name of the source.</param>
/// <param name="Kind">What the LMS said happened.</param>
/// <param name="Assessment">The LMS's id of the assessment; null for the course as a whole.</param>
/// <param name="Attempt">The LMS's id of the attempt.</param>
/// <param name="Score">The result, if any.</param>
/// <param name="At">When it happened, by the source's clock.</param>
/// <param name="EventName">The source's own name of the event.</param>
/// <param name="Payload">Address of the raw payload, kept for a time.</param>
public sealed record Evidence(
    string EventId,
    string Source,
    CompletionKind Kind,
    string? Assessment,
    string? Attempt,
    Score? Score,
    DateTimeOffset At,
    string EventName,
    string Payload)
{
    /// <summary>Every id of the course that the event carried; empty in rows of the first releases.</summary>
    public IReadOnlyList<string> Courses { get => field ?? []; init; }

    /// <summary>The result as a letter; null where the event had none.</summary>
    public string? Letter { get; init; }

    /// <summary>The result as the LMS's own pass or fail; null where the event did not say.</summary>
    public bool? Passed { get; init; }

    /// <summary>The event that this one takes back; null where it takes back the attempt, or the course where there is none.</summary>
    public string? Undoes { get; init; }

    /// <summary>How the learner came to it; null where the event did not say.</summary>
    public LearningPath? Path { get; init; }

    /// <summary>The LMS's own id of its customer; null where the event had none.</summary>
    public string? Tenant { get; init; }

    /// <summary>The result that a person stated in place of a doubtful or missing one, as it was typed; null where nobody had to.</summary>
    public string? TakenResult { get; init; }

    /// <summary>The day that a person stated in place of a doubtful time, or confirmed; null where nobody had to.</summary>
    public string? TakenTime { get; init; }

    /// <summary>Why a person said that it does not count: then it takes itself back. Null where nobody said so.</summary>
    public string? Discarded { get; init; }

    /// <summary>Whether it says how an attempt went.</summary>
    public bool HasResult => Score?.Percent is not null || Letter is not null || Passed is not null;

    /// <summary>The evidence that a completion is.</summary>
    public static Evidence Of(Completion completion, string source, string payload) => new(
        completion.EventId, source, completion.Kind, completion.Assessment, completion.Attempt,
        completion.Score, completion.At, completion.EventName, payload)
    {
        Courses = completion.Courses,
        Letter = completion.Letter,
        Passed = completion.Passed,
        Undoes = completion.Undoes,
        Path = completion.Path,
        Tenant = completion.Tenant,
        TakenResult = completion.TakenResult,
        TakenTime = completion.TakenTime,
        Discarded = completion.Discarded,
    };
}
