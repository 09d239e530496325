using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.MicroCredentials;

namespace IntegrationHub.Core.Rules;

/// <summary>Which facts belong to a cycle and which to the next. What people did is told apart by its cycle, not by time.</summary>
internal static class Cycles
{
    /// <summary>Parts the facts at a revocation: what was reported later is fresh.</summary>
    public static (Facts Own, Facts Next) At(Facts facts, DateTimeOffset revoked) =>
        (
            facts with
            {
                Evidence = [.. facts.Evidence.Where(item => item.At <= revoked)],
                Parts = [.. facts.Parts.Where(part => part.Earned <= revoked)],
            },
            After(facts, revoked));


    /// <summary>
    /// Parts the facts at the opening of a renewal: attempts begun later are fresh, a late regrade of an old attempt is not.
    /// </summary>
    public static (Facts Own, Facts Next) Renewed(Facts facts, DateTimeOffset opens)
    {
        var fresh = facts
            .Evidence.GroupBy(AttemptKey)
            .SelectMany(attempt => attempt.Where(item => IsFresh(attempt, item, opens)))
            .Select(item => item.EventId)
            .ToHashSet();
        return (
            facts with
            {
                Evidence = [.. facts.Evidence.Where(item => !fresh.Contains(item.EventId))],
                Parts = [.. facts.Parts.Where(part => part.Earned < opens)],
            },
            facts with
            {
                Evidence = [.. facts.Evidence.Where(item => fresh.Contains(item.EventId) || item.Kind == CompletionKind.Undone)],
                Parts = [.. facts.Parts.Where(part => part.Earned >= opens)],
            });
    }

    /// <summary>What came after a moment.</summary>
    public static Facts After(Facts facts, DateTimeOffset moment) => facts with
    {
        Evidence = [.. facts.Evidence.Where(item => item.At > moment)],
        Parts = [.. facts.Parts.Where(part => part.Earned > moment)],
    };

    private static (string, string?, string?) AttemptKey(Evidence evidence) => Attempt.Key(evidence);

    /// <summary>
    /// An attempt with an id is one whenever it is graded; where the LMS keeps one score only, a new score is a new attempt.
    /// </summary>
    private static bool IsFresh(IEnumerable<Evidence> attempt, Evidence item, DateTimeOffset opens) =>
        item.Kind != CompletionKind.Undone && (item.Attempt is null ? item.At : attempt.Min(same => same.At)) >= opens;
}
