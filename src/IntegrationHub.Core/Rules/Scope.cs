using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.MicroCredentials;

namespace IntegrationHub.Core.Rules;

/// <summary>The facts of one cycle, and what the rules say of them at any moment.</summary>
/// <param name="institution">Whose days count.</param>
/// <param name="microCredential">The catalogue entry with all its versions.</param>
/// <param name="facts">The facts of the cycle, in order.</param>
/// <param name="earlier">What was earned in the cycles before.</param>
/// <param name="cycle">The cycle.</param>
internal sealed class Scope(Institution institution, MicroCredential microCredential, Facts facts, IReadOnlyList<Earned> earlier, int cycle)
{
    public Facts Facts => facts;

    /// <summary>The cycle's award where it was issued; null before.</summary>
    public Issued? Issued { get; } = facts.Issued.FirstOrDefault(issued => issued.Cycle == cycle);

    /// <summary>The cycle before; null for the first.</summary>
    public Earned? Before { get; } = earlier is [.., var last] ? last : null;

    /// <summary>Whether it renews what still stands, rather than replacing what was taken away.</summary>
    public bool IsRenewal => Before is { State: not (AwardState.Revoked or AwardState.Declined) };

    /// <summary>Whether anything was reported in the cycle at all.</summary>
    public bool HasNews => facts.Evidence.Any(item => item.Kind != CompletionKind.Undone) || facts.Parts.Count > 0;

    /// <summary>The first moment at which the rules in force were met.</summary>
    public Decision? FirstEarned() => facts.Moments()
        .Select(moment => At(moment.At, VersionAt(moment.At)) with { EventId = moment.Id, At = moment.At })
        .FirstOrDefault(decision => decision.Outcome == Outcome.Earned);

    /// <summary>The decision at the end of all that is known, by the version in force then.</summary>
    public Decision Last() =>
        facts.Moments().Select(moment => moment.At).DefaultIfEmpty(DateTimeOffset.MinValue).Max() is var end
        && end == DateTimeOffset.MinValue
            ? At(end, microCredential.Versions.Last())
            : At(end, VersionAt(end));

    /// <summary>How the rules of a version judged what was earned, at each later moment.</summary>
    public IEnumerable<(DateTimeOffset At, Decision Decision)> After(Decision earned)
    {
        var version = microCredential.InVersion(earned.Version);
        return facts.Moments().Where(moment => moment.At > earned.At).Select(moment => (moment.At, At(moment.At, version, earned.At)));
    }

    /// <summary>The end of what was earned, in days where the institution is; one that was issued by the earlier rule stays.</summary>
    public DateTimeOffset? End(Decision earned) =>
        microCredential.InVersion(earned.Version).Validity is not { } validity ? null
        : validity.UntilByOffset(earned.At!.Value) is var issued && Issued?.ValidUntil == issued ? issued
        : validity.Until(earned.At!.Value, institution.Zone);

    private MicroCredential VersionAt(DateTimeOffset at) => microCredential.On(institution.DayOf(at));

    /// <summary>
    /// The decision at a moment. Of what was earned before, prerequisites and the end of parts are not asked about again.
    /// </summary>
    private Decision At(DateTimeOffset at, MicroCredential version, DateTimeOffset? earned = null)
    {
        var holding = Attempt.Holding(facts.Evidence, at).Where(item => Counts(version, item)).ToList();
        var attempts = Attempt.In(microCredential, holding);
        var assessed = version.Assessment is { } assessment ? new AssessmentRule(assessment).Judge(attempts, holding) : null;
        var standing = facts.Parts.Where(part => part.Stands(earned ?? at) && (part.Ended is null || at < part.Ended)).ToList();
        var stacked = version.Stacks.Select((stack, index) => StackRule.Judge(stack, index + 1, standing)).ToList();
        var required = earned is null ? Prerequisites(version, at) : [];
        List<RuleResult> rules = [.. assessed?.Rules ?? [], .. Days(version, assessed), .. stacked, .. required];
        var outcome = assessed?.Outcome ?? Outcome.Earned;
        if (outcome == Outcome.Earned
            && (version is { Assessment: null, Stacks.Count: 0 } || rules.Exists(rule => rule.Verdict == RuleVerdict.NotMet)))
            outcome = Outcome.Unproven;

        var counted = assessed is { By: [.., var last] } ? last : null;
        var path =
            assessed is null ? LearningPath.Stacking
            : assessed.By.Any(IsPriorLearning) ? LearningPath.PriorLearning
            : LearningPath.Course;
        if (path == LearningPath.PriorLearning)
            rules.Add(new(RuleName.PriorLearning, RuleVerdict.Met));
        var decision = new Decision(
            outcome,
            version.Version,
            version.Assessment?.PassThreshold,
            assessed?.Percent,
            assessed?.Attempts ?? 0,
            counted?.EventId,
            counted?.At)
        {
            Path = path,
            Credits = outcome == Outcome.Earned && !AreCreditsGranted ? version.Summary.Credits ?? 0 : 0,
        };
        rules.AddRange(Approvals.Ask(institution, version, decision, assessed, this));
        return decision with { Rules = rules };
    }

    /// <summary>The source may say so of the event, or the catalogue of the whole offering.</summary>
    private bool IsPriorLearning(Evidence item) =>
        item.Path == LearningPath.PriorLearning || Attempt.OfferingOf(microCredential, item) is { IsPriorLearning: true };

    /// <summary>Credits are granted once: not again while an earlier award that granted them stands.</summary>
    private bool AreCreditsGranted =>
        earlier.Any(earned => earned is { State: not (AwardState.Revoked or AwardState.Declined), Decision.Credits: > 0 });

    /// <summary>Whether evidence falls into the days of its version: before the sunset, and into the window with its grace.</summary>
    private bool Counts(MicroCredential version, Evidence evidence)
    {
        var day = institution.DayOf(evidence.At);
        return !(day > microCredential.LifeCycle?.Sunset)
            && !(day < version.Assessment?.Window?.First)
            && !(day > version.Assessment?.Window?.Last?.AddDays(version.Assessment.Window.GraceDays));
    }

    private IEnumerable<RuleResult> Days(MicroCredential version, AssessmentRule.Finding? assessed)
    {
        if (version.Assessment?.Window is { } window && assessed is { By: [.., var last] })
            yield return new(
                RuleName.Window,
                RuleVerdict.Met,
                Approvals.IsLate(institution, version, assessed) ? nameof(ApprovalReason.Late) : null,
                Day: institution.DayOf(last.At),
                Text: window.Last?.ToString("O", null));
        if (microCredential.LifeCycle?.Sunset is { } sunset)
        {
            foreach (var late in facts.Evidence.Where(item => institution.DayOf(item.At) > sunset).Take(1))
                yield return new(
                    RuleName.Sunset,
                    assessed is { Outcome: Outcome.Earned } ? RuleVerdict.Met : RuleVerdict.NotMet,
                    Day: sunset,
                    Evidence: late.EventId);
        }
    }

    private IEnumerable<RuleResult> Prerequisites(MicroCredential version, DateTimeOffset at)
    {
        var isWaived = facts.Acts.Any(act => act.Kind == ActKind.Waive && act.At <= at);
        return from code in version.Prerequisites
            let held = facts.Parts.FirstOrDefault(part => part.Code == code && part.Stands(at))
            select new RuleResult(
                RuleName.Prerequisite,
                held is not null || isWaived ? RuleVerdict.Met : RuleVerdict.NotMet,
                code,
                Text: held is null && isWaived ? nameof(ActKind.Waive) : null,
                Evidence: held?.Award);
    }
}
