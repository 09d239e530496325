using System.Globalization;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.MicroCredentials;

namespace IntegrationHub.Core.Awarding;

/// <summary>
/// What of a completion cannot be relied upon, and whether that could decide. A doubt that decides nothing holds nothing: a stated pass
/// counts beside an unreadable score. What takes back is never doubted.
/// </summary>
internal static class Doubtfulness
{
    /// <summary>How far a sender's clock may be ahead of the hub's.</summary>
    private static readonly TimeSpan MostAhead = TimeSpan.FromDays(1);

    /// <summary>Every doubt of a completion that no person has answered: its reader's, an unbelievable score, an impossible time.</summary>
    /// <param name="completion">The completion.</param>
    /// <param name="institution">Whose records begin at some day.</param>
    /// <param name="arrived">When its delivery first arrived: a retry makes no time possible.</param>
    public static IReadOnlyList<Doubt> Of(Completion completion, Institution institution, DateTimeOffset arrived)
    {
        if (completion.Kind == CompletionKind.Undone)
            return [];
        var result = completion.TakenResult is null ? completion.Doubts : [];
        if (completion is { TakenResult: null, Score: { } score } && !score.IsBelievable())
            result = [.. result, new(DoubtKind.Score, Percent(score))];
        if (completion is { TakenResult: null, Score: null, Passed: null, Letter: not null })
            result = [.. result, new(DoubtKind.Score)]; // Unless it is stated which letters pass, it compares with nothing.
        return completion.TakenTime is null
            && (completion.At > arrived + MostAhead || institution.DayOf(completion.At) < institution.RecordsBegin)
            ? [.. result, new(DoubtKind.Time, Time(completion.At))]
            : result;
    }

    /// <summary>Whether a doubt could decide what comes of a completion for a micro-credential.</summary>
    public static bool CouldDecide(this Doubt doubt, Completion completion, MicroCredential microCredential) =>
        doubt.Of == DoubtKind.Time || microCredential.Versions.Any(version => doubt.CouldDecideBy(version, completion));

    /// <summary>
    /// Whether a completed course lacks the result that its micro-credential asks for, and no other event of the source can bring it.
    /// </summary>
    /// <param name="completion">The completion.</param>
    /// <param name="microCredential">The micro-credential, with the offerings of all its versions.</param>
    /// <param name="inForce">Its version on the day of the completion.</param>
    /// <param name="source">The source.</param>
    /// <param name="gradesApart">Whether the source sends grades of courses as events of their own.</param>
    public static bool LacksResult(
        Completion completion, MicroCredential microCredential, MicroCredential inForce, Source source, bool gradesApart) =>
        completion is { Kind: CompletionKind.Completed, Score: null, Letter: null, Passed: null }
        && inForce.Assessment is { EnforcedByLms: false }
        && !gradesApart
        && (completion.Assessment is not null
            || !microCredential.Versions.SelectMany(version => version.Offerings)
                .Any(offering => offering.Source == source.Name && offering.Assessments().Any()));

    /// <summary>The completion without what is doubted: what else it states counts.</summary>
    public static Completion Without(this Completion completion, IReadOnlyList<Doubt> doubts) =>
        doubts.Any(doubt => doubt.Of == DoubtKind.Score) ? completion with { Score = null } : completion;

    private static bool CouldDecideBy(this Doubt doubt, MicroCredential version, Completion completion)
    {
        if (version.Assessment is not { } assessment || (assessment.PassingLetters is not null && completion.Letter is not null))
            return doubt.Of == DoubtKind.Score && version is { Assessment: not null, Approval.ScoreBelow: not null };
        // Where components are named, a result of nothing that is one decides nothing; only the LMS's own word for the course does.
        if (assessment.Components.Count > 0 && !version.Offerings.Any(offering => offering.ComponentOf(completion.Assessment) is not null))
            return doubt.Of == DoubtKind.Pass && assessment.EnforcedByLms && completion.Kind == CompletionKind.Completed;
        return doubt.Of == DoubtKind.Score
            ? version.Approval.ScoreBelow is not null || !IsStatedPass(assessment, completion)
            : completion.Score is null;
    }

    private static bool IsStatedPass(Assessment assessment, Completion completion) =>
        completion.Passed == true
        || (completion is { Kind: CompletionKind.Completed, Passed: null }
            && assessment.EnforcedByLms
            && completion.Doubts.All(doubt => doubt.Of != DoubtKind.Pass));

    // Beyond reason there is no share: then the number itself.
    private static string Percent(Score score) => score.Percent is { } percent
        ? FormattableString.Invariant($"{percent:0.####} %")
        : FormattableString.Invariant($"{score.Raw}");

    private static string Time(DateTimeOffset at) => at.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}
