using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.MicroCredentials;

namespace IntegrationHub.Core.Model.Completions;

/// <summary>A normalised event of an LMS: this learner finished that offering, or was assessed in it, with this result.</summary>
public sealed record Completion
{
    /// <summary>The source's own id of the event, or a hash of what identifies it; never of arrival or wall clock.</summary>
    public required string EventId { get; init; }

    /// <summary>What the LMS says happened.</summary>
    public required CompletionKind Kind { get; init; }

    /// <summary>Every reference to the learner that the event carries, the surest first.</summary>
    public required IReadOnlyList<LearnerReference> Learner { get; init; }

    /// <summary>Every id of the course that the event carries: the LMS's own, its SIS id.</summary>
    public required IReadOnlyList<string> Courses { get; init; }

    /// <summary>The LMS's id of the assessment; null for the course as a whole.</summary>
    public string? Assessment { get; init; }

    /// <summary>The result; null where the event has none (which is not zero).</summary>
    public Score? Score { get; init; }

    /// <summary>The result as a letter; null where the event has none.</summary>
    public string? Letter { get; init; }

    /// <summary>The result as the LMS's own pass or fail; null where the event does not say.</summary>
    public bool? Passed { get; init; }

    /// <summary>
    /// The id of the event that this one takes back, for <see cref="CompletionKind.Undone"/>; null where it takes back the attempt, or the
    /// course where there is none. With neither learner nor courses beside it, the <see cref="IEventRegister"/> says what it counted for.
    /// </summary>
    public string? Undoes { get; init; }

    /// <summary>Whether it takes back an event by its id and says neither of whom nor of what course (xAPI's voiding).</summary>
    public bool NamesOnlyAnEvent => this is { Kind: CompletionKind.Undone, Undoes: not null, Learner: [], Courses: [] };

    /// <summary>The LMS's id of the attempt: the same id graded again is a regrade; null where the LMS keeps one score only.</summary>
    public string? Attempt { get; init; }

    /// <summary>
    /// A digest of what the event says, where its sender gives it an id that can be referred to later (xAPI): the event is
    /// then entered in the <see cref="IEventRegister"/>. Null where the sender gives none, and the register costs nothing.
    /// </summary>
    public string? Digest { get; init; }

    /// <summary>How the learner came to it; null where the event does not say, and the offering does.</summary>
    public LearningPath? Path { get; init; }

    /// <summary>The LMS's own id of its customer, e.g. Canvas's root account; null where the event has none.</summary>
    public string? Tenant { get; init; }

    /// <summary>The site of the LMS that it comes from, where its source is one site and the event names it; null elsewhere.</summary>
    public LmsSite? Site { get; init; }

    /// <summary>When it happened, by the source's clock.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What its reader could not read; empty where all that is stated was read.</summary>
    public IReadOnlyList<Doubt> Doubts { get => field ?? []; init; }

    /// <summary>The result that a person stated in place of a doubtful or missing one, as it was typed; null where nobody had to.</summary>
    public string? TakenResult { get; init; }

    /// <summary>The day that a person stated in place of a doubtful time, or confirmed; null where nobody had to.</summary>
    public string? TakenTime { get; init; }

    /// <summary>Why a person said that it does not count: then it takes itself back. Null where nobody said so.</summary>
    public string? Discarded { get; init; }

    /// <summary>The source's own name of the event, e.g. <c>course_completed</c>: kept for "why is this on the record?".</summary>
    public required string EventName { get; init; }

    /// <summary>What it counts for.</summary>
    public OfferingMatch Offered(OfferingIndex offerings, string source) =>
        offerings.Match(source, Courses, Assessment, Kind);

    /// <summary>This with its course and its assessment as the offerings of its source spell them; its id stays.</summary>
    public Completion SpeltAs(OfferingIndex offerings, string source) => this with
    {
        Courses = [.. Courses.Select(course => offerings.Spelt(source, course)).Distinct()],
        Assessment = Assessment is null ? null : offerings.Spelt(source, Assessment),
    };
}

/// <summary>A result as points between bounds.</summary>
/// <param name="Raw">Points given.</param>
/// <param name="Min">Lowest possible.</param>
/// <param name="Max">Highest possible.</param>
public sealed record Score(decimal Raw, decimal Min, decimal Max)
{
    private const decimal Most = 1_000_000_000;
    private const decimal LeastRange = 0.000_001m;

    /// <summary>Most percent that are believed: bonus points take nobody further.</summary>
    public const decimal MostPercent = 150;

    /// <summary>
    /// The share of the possible points, 0 to 100 and above for bonus points, to four decimals: with these it is compared and shown. Null
    /// where the bounds leave no room, or the numbers are beyond reason.
    /// </summary>
    public decimal? Percent => Max > Min && IsWithinReason(Raw, Min, Max) ? Math.Round((Raw - Min) / (Max - Min) * 100, 4) : null;

    /// <summary>Whether it can be believed, whichever way it came: a share can be reckoned, from 0 to <see cref="MostPercent"/>.</summary>
    public bool IsBelievable() => Percent is >= 0 and <= MostPercent;

    /// <summary>
    /// Whether a share can be reckoned: no number is beyond a thousand million, and the bounds are a millionth apart at least.
    /// </summary>
    public static bool IsWithinReason(decimal raw, decimal min, decimal max) =>
        raw is >= -Most and <= Most && min is >= -Most and <= Most && max is >= -Most and <= Most && max - min >= LeastRange;
}
