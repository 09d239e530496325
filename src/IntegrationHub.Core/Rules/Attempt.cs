using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.MicroCredentials;

namespace IntegrationHub.Core.Rules;

/// <summary>One attempt at an assessment, with its latest result.</summary>
/// <param name="Result">The evidence that bears the result in force.</param>
/// <param name="Began">When the attempt was first heard of.</param>
/// <param name="Component">The component of the assessment that it was; null where it was none.</param>
internal sealed record Attempt(Evidence Result, DateTimeOffset Began, string? Component)
{
    /// <summary>The attempts that evidence tells of, by beginning; what was taken back before does not count.</summary>
    /// <param name="microCredential">The catalogue entry.</param>
    /// <param name="evidence">What was reported.</param>
    /// <param name="terms">What the award was issued under, where it was: a component stays one though its offering is gone.</param>
    public static List<Attempt> In(MicroCredential microCredential, IReadOnlyList<Evidence> evidence, AwardTerms? terms) =>
    [
        .. evidence
            .Where(item => item.HasResult)
            .GroupBy(Key)
            .Select(attempt => (Began: attempt.First().At, Result: attempt.Last()))
            .Select(attempt => new Attempt(attempt.Result, attempt.Began, ComponentOf(microCredential, attempt.Result, terms)))
            .OrderBy(attempt => attempt.Began),
    ];

    private static string? ComponentOf(MicroCredential microCredential, Evidence result, AwardTerms? terms) =>
        terms?.ComponentOf(result) ?? OfferingOf(microCredential, result)?.ComponentOf(result.Assessment);

    /// <summary>
    /// What tells an attempt apart: an LMS that keeps one score only has one attempt, of an assessment or of a course as a whole.
    /// </summary>
    public static (string Source, string? Assessment, string? Attempt) Key(Evidence evidence) =>
        (evidence.Source, evidence.Assessment ?? (evidence.Courses is [var course, ..] ? $"course {course}" : null), evidence.Attempt);

    /// <summary>The offering, in any version, that evidence comes from.</summary>
    public static Offering? OfferingOf(MicroCredential microCredential, Evidence evidence) => microCredential.Versions
        .SelectMany(version => version.Offerings)
        .OrderBy(offering => offering.Terms is not null)
        .FirstOrDefault(offering => offering.Source == evidence.Source
            && (evidence.Courses.Count == 0 || offering.IsOf(evidence.Courses))
            && (evidence.Assessment is null || offering.Assessments().Contains(evidence.Assessment)));

    /// <summary>The evidence that still holds at a moment: heard of by then, and not taken back by then.</summary>
    public static List<Evidence> Holding(IReadOnlyList<Evidence> ordered, DateTimeOffset at)
    {
        var known = ordered.Where(item => item.At <= at).ToList();
        var undone = known.Where(item => item.Kind == IntegrationHub.Core.Model.MicroCredentials.CompletionKind.Undone).ToList();
        return
        [
            .. known.Where(item =>
                item.Kind != IntegrationHub.Core.Model.MicroCredentials.CompletionKind.Undone
                && !undone.Exists(undo => TakesBack(undo, item))),
        ];
    }

    private static bool TakesBack(Evidence undo, Evidence item) => undo.Undoes is { } id
        ? id == item.EventId && undo.Source == item.Source
            : (undo.Source, undo.Assessment, undo.Attempt) == (item.Source, item.Assessment, item.Attempt)
                && InSameCourse(undo, item)
                && (item.At < undo.At || (item.At == undo.At && string.CompareOrdinal(item.EventId, undo.EventId) < 0));

    // Rows of the first releases name no course.
    private static bool InSameCourse(Evidence one, Evidence other) =>
        one.Courses.Count == 0 || other.Courses.Count == 0 || one.Courses.Intersect(other.Courses).Any();
}
