using IntegrationHub.Core.Completions;
using IntegrationHub.Core.MicroCredentials;

namespace IntegrationHub.Core.Awards;

/// <summary>
/// The pass rule (toolkit, chapters 3 and 9): the best attempt at the summative assessment reaches the threshold, an
/// attempt counting with its latest grade; or, where the LMS enforces the threshold itself and sent no score, the
/// course is completed. The order of arrival plays no part.
/// </summary>
public static class PassRule
{
    /// <summary>Decides over a set of evidence; the same set gives the same decision.</summary>
    public static Decision Decide(MicroCredential microCredential, IEnumerable<Evidence> evidence)
    {
        var ordered = evidence
            .DistinctBy(item => item.EventId)
            .OrderBy(item => item.At)
            .ThenBy(item => item.EventId, StringComparer.Ordinal)
            .ToList();
        var attempts = ordered
            .Where(item => item.Score?.Percent is not null)
            .GroupBy(item => (item.Source, item.Assessment, item.Attempt))
            .Select(attempt => attempt.Last())
            .ToList();

        var assessment = microCredential.Assessment!;
        Decision Settled(Outcome outcome, Evidence? by) => new(
            outcome, microCredential.Version, assessment.PassThreshold, by?.Score?.Percent, attempts.Count, by?.EventId, by?.At);

        if (attempts.Count > 0)
        {
            var passed = attempts.Where(attempt => attempt.Score!.Percent >= assessment.PassThreshold).MinBy(attempt => attempt.At);
            return passed is not null
                ? Settled(Outcome.Earned, passed)
                : Settled(Outcome.NotYet, attempts.MaxBy(attempt => attempt.Score!.Percent));
        }

        var completed = ordered.FirstOrDefault(item => item.Kind == CompletionKind.Completed);
        return completed is not null && assessment.EnforcedByLms
            ? Settled(Outcome.Earned, completed)
            : Settled(Outcome.Unproven, null);
    }
}
