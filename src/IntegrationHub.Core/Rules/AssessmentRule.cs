using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.MicroCredentials;

namespace IntegrationHub.Core.Rules;

/// <summary>
/// Mastery shown by assessment (toolkit, chapters 3, 8 and 9): the attempt that counts reaches the threshold, in every
/// required component; or, where the LMS enforces the threshold itself and sent no result, the course is completed.
/// </summary>
internal sealed class AssessmentRule(Assessment assessment)
{
    /// <summary>What the assessment comes to.</summary>
    /// <param name="Outcome">What it comes to.</param>
    /// <param name="Rules">What each component said.</param>
    /// <param name="Percent">The lowest score that counted; null where none did.</param>
    /// <param name="Attempts">The most attempts that a component took.</param>
    /// <param name="By">The evidence that counted.</param>
    public sealed record Finding(
        Outcome Outcome,
        IReadOnlyList<RuleResult> Rules,
        decimal? Percent,
        int Attempts,
        IReadOnlyList<Evidence> By);


    /// <summary>Judges attempts; without any, whether the course was completed.</summary>
    public Finding Judge(IReadOnlyList<Attempt> attempts, IReadOnlyList<Evidence> evidence)
    {
        var names = assessment.Components.Count == 0 ? [null] : assessment.Components.Select(component => (string?)component.Name).ToList();
        var counted = attempts.Where(attempt => IsResult(attempt.Result) && (names is [null] || attempt.Component is not null)).ToList();
        if (counted.Count == 0
            && assessment.EnforcedByLms
            && evidence.FirstOrDefault(item => item.Kind == CompletionKind.Completed) is { } completed)
            return new(
                Outcome.Earned,
                [new(RuleName.CompletedInLms, RuleVerdict.Met, Needed: assessment.PassThreshold, Evidence: completed.EventId)],
                null,
                0,
                [completed]);

        var judged = names.Select(name => Judge(name, [.. counted.Where(attempt => name is null || attempt.Component == name)])).ToList();
        var chosen = judged.Select(component => component.Chosen).OfType<Attempt>().Select(attempt => attempt.Result).ToList();
        var outcome = judged.TrueForAll(component => component.Rule.Verdict == RuleVerdict.Met) ? Outcome.Earned
            : judged.Exists(component => component is { Chosen: not null, Rule.Verdict: RuleVerdict.NotMet }) ? Outcome.NotYet
            : Outcome.Unproven;
        return new(
            outcome,
            [.. judged.Select(component => component.Rule)],
            chosen.Select(result => result.Score?.Percent).Min(),
            counted.GroupBy(attempt => attempt.Component).Select(component => component.Count()).DefaultIfEmpty().Max(),
            chosen);
    }

    private (Attempt? Chosen, RuleResult Rule) Judge(string? component, List<Attempt> attempts)
    {
        var needed = assessment.Components.FirstOrDefault(candidate => candidate.Name == component)?.PassThreshold
            ?? assessment.PassThreshold;
        var chosen = assessment.Counts switch
        {
            AttemptChoice.First => attempts.FirstOrDefault(),
            AttemptChoice.Last => attempts.LastOrDefault(),
            _ => attempts.Where(attempt => Passes(attempt.Result, needed)).MinBy(attempt => attempt.Result.At)
                ?? attempts.MaxBy(attempt => attempt.Result.Score?.Percent ?? 0),
        };
        if (chosen is null)
            return (null, new(RuleName.Threshold, RuleVerdict.NotMet, component, Needed: needed));
        var (result, verdict) = (chosen.Result, Passes(chosen.Result, needed) ? RuleVerdict.Met : RuleVerdict.NotMet);
        return (chosen, IsByLetter(result) ? new(RuleName.Letter, verdict, component, Text: result.Letter, Evidence: result.EventId)
            : result.Score?.Percent is { } percent ? new(RuleName.Threshold, verdict, component, percent, needed, Evidence: result.EventId)
            : new(RuleName.PassFail, verdict, component, Evidence: result.EventId));
    }

    private bool IsResult(Evidence result) => IsByLetter(result) || result.Score?.Percent is not null || result.Passed is not null;

    private bool IsByLetter(Evidence result) => assessment.PassingLetters is not null && result.Letter is not null;

    private bool Passes(Evidence result, decimal needed) => IsByLetter(result)
        ? assessment.PassingLetters!.Contains(result.Letter!.Trim(), StringComparer.OrdinalIgnoreCase)
        : result.Score?.Percent is { } percent ? percent >= needed : result.Passed == true;
}
