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
    private readonly MicroCredential _entry = IssuedIn(facts, cycle) is { Award: { Terms: { } terms } issued }
        ? terms.Over(microCredential, issued.Decision.Version)
        : microCredential;

    public Facts Facts => facts;

    /// <summary>The cycle's award where it was issued; null before.</summary>
    public Issued? Issued { get; } = IssuedIn(facts, cycle);

    /// <summary>What follows when later evidence speaks against it, by the policy that it was or would be issued under.</summary>
    public OnContradiction OnContradiction => Terms?.OnContradiction ?? institution.Policy.OnContradiction;

    private AwardTerms? Terms => Issued?.Award.Terms;

    private DateOnly? Sunset => Terms is { } terms ? terms.Sunset : microCredential.LifeCycle?.Sunset;

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
            ? At(end, _entry.Versions.Last())
            : At(end, VersionAt(end));

    /// <summary>How the rules of a version judged what was earned, at each later moment.</summary>
    public IEnumerable<(DateTimeOffset At, Decision Decision)> After(Decision earned)
    {
        var version = _entry.InVersion(earned.Version);
        return facts.Moments().Where(moment => moment.At > earned.At).Select(moment => (moment.At, At(moment.At, version, earned.At)));
    }

    /// <summary>The end of what was earned; as it was issued, unless its day has changed. Null where it does not end.</summary>
    public DateTimeOffset? EndOf(Decision earned) => Issued is { Award: var issued } && issued.Earned == earned.At
        ? issued.ValidUntil
        : _entry.InVersion(earned.Version).Validity?.Until(earned.At!.Value, institution.Zone);

    /// <summary>When a fresh assessment begins to renew it; null where it does not end.</summary>
    public DateTimeOffset? RenewableFrom(Decision earned) =>
        EndOf(earned)?.AddDays(-(_entry.InVersion(earned.Version).RenewalDays ?? 0));

    /// <summary>The version in force at a moment; versions that came after an award was issued do not decide its day again.</summary>
    private MicroCredential VersionAt(DateTimeOffset at)
    {
        var version = _entry.On(institution.DayOf(at));
        return Issued is { Award: { Terms: not null, Decision.Version: var own } issued } && at <= issued.Earned && version.Version > own
            ? _entry.InVersion(own)
            : version;
    }

    private static Issued? IssuedIn(Facts facts, int cycle) => facts.Issued.FirstOrDefault(issued => issued.Cycle == cycle);

    /// <summary>
    /// The decision at a moment. Of what was earned before, prerequisites and the end of parts are not asked about again.
    /// </summary>
    private Decision At(DateTimeOffset at, MicroCredential version, DateTimeOffset? earned = null)
    {
        var holding = Attempt.Holding(facts.Evidence, at).Where(item => Counts(version, item)).ToList();
        var attempts = Attempt.In(microCredential, holding, Terms);
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
        item.Path == LearningPath.PriorLearning
        || (Issued is { Award: { Terms: not null, Decision: var issued } } && issued.EventId == item.EventId
            ? issued.Path == LearningPath.PriorLearning
            : Attempt.OfferingOf(microCredential, item) is { IsPriorLearning: true });

    /// <summary>Credits are granted once: not again while an earlier award that granted them stands.</summary>
    private bool AreCreditsGranted =>
        earlier.Any(earned => earned is { State: not (AwardState.Revoked or AwardState.Declined), Decision.Credits: > 0 });

    /// <summary>Whether evidence falls into the days of its version: before the sunset, and into the window with its grace.</summary>
    private bool Counts(MicroCredential version, Evidence evidence)
    {
        var day = institution.DayOf(evidence.At);
        return !(day > Sunset)
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
        if (Sunset is { } sunset)
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
