using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.MicroCredentials;

namespace IntegrationHub.Core.Model.Awards;

/// <summary>Whether what an LMS tells when asked is what it reported itself: events and API share no ids, and no exact time.</summary>
internal static class CompletionEquivalence
{
    /// <summary>An event is dated some time after the grade that it reports; the same result later than that is another one.</summary>
    private static readonly TimeSpan BetweenGradeAndEvent = TimeSpan.FromHours(1);

    /// <summary>Completion is noticed by a job: Moodle dates it by the last criterion, its event by the job's run.</summary>
    private static readonly TimeSpan BetweenCompletionAndEvent = TimeSpan.FromDays(2);

    private const string Mark = "reconciled-";

    /// <summary>Whether an event's id is of what an LMS told when it was asked.</summary>
    public static bool IsReconciled(string eventId) => eventId.StartsWith(Mark, StringComparison.Ordinal);

    /// <summary>Whether one is an event and the other what the LMS told of the same when it was asked.</summary>
    public static bool AreTheSame(Evidence one, Evidence other) =>
        IsReconciled(one.EventId) != IsReconciled(other.EventId)
        && (one.Source, one.Kind, one.Assessment) == (other.Source, other.Kind, other.Assessment)
        && (one.Letter, one.Passed, one.Score?.Percent) == (other.Letter, other.Passed, other.Score?.Percent)
        && (one.Attempt is not null && other.Attempt is not null
            ? one.Attempt == other.Attempt
            : (one.At - other.At).Duration() <= BetweenGradeAndEvent);

    /// <summary>Gives a completion the id that it has whenever it is found again.</summary>
    public static Completion Identified(Completion completion)
    {
        var learner = LearnerReference.BestForAPerson(completion.Learner);
        var course = completion.Courses is [var first, ..] ? first : null;
        var meaning = string.Join(
            '\n',
            completion.Kind,
            course,
            completion.Assessment,
            completion.Attempt,
            learner?.Value,
            Result(completion.Score),
            completion.At.UtcTicks.ToString(CultureInfo.InvariantCulture));
        return completion with { EventId = $"{Mark}{Base32.Encode(SHA256.HashData(Encoding.UTF8.GetBytes(meaning)).AsSpan(0, 15))}" };
    }

    /// <summary>Whether evidence of the source says the same.</summary>
    public static bool IsSaidBy(this Completion completion, Evidence evidence) =>
        evidence.EventId == completion.EventId
        || (
            evidence.Kind == completion.Kind
            && evidence.Assessment == completion.Assessment
            && (evidence.Courses.Count == 0 || evidence.Courses.Intersect(completion.Courses).Any())
            && (
                completion.Kind == CompletionKind.Completed
                || (evidence.Score?.Percent is { } percent && percent == completion.Score?.Percent))
            && (evidence.At - completion.At).Duration()
                <= (completion.Kind == CompletionKind.Completed ? BetweenCompletionAndEvent : BetweenGradeAndEvent));

    private static string? Result(Score? score) =>
        score is null ? null : FormattableString.Invariant($"{score.Raw:G29} {score.Min:G29} {score.Max:G29}");
}
