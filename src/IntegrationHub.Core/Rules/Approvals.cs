using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.MicroCredentials;

namespace IntegrationHub.Core.Rules;

/// <summary>
/// What a person must approve (law 10): what the entry's policy names; and what a person took away does not come back by itself.
/// </summary>
internal static class Approvals
{
    /// <summary>
    /// The rules that leave the word to a person, and how many attempts were taken. Of what was issued nothing is asked any more.
    /// </summary>
    public static IEnumerable<RuleResult> Ask(
        Institution institution,
        MicroCredential version,
        Decision decision,
        AssessmentRule.Finding? assessed,
        Scope scope)
    {
        var rule = version.Approval;
        var isOver = version.Assessment is { } assessment && decision.Attempts > assessment.Attempts;
        var asksForAttempts = scope.Issued is { } issued
            ? issued.Approved.Any(asked => asked.Rule == RuleName.Attempts)
            : isOver && rule.When.Contains(ApprovalReason.OverAttempts);
        if (version.Assessment is not null && decision.Attempts > 0)
            yield return new(
                RuleName.Attempts,
                asksForAttempts ? RuleVerdict.Asks : RuleVerdict.Met,
                Input: decision.Attempts,
                Needed: version.Assessment.Attempts);
        if (decision.Outcome != Outcome.Earned)
            yield break;
        if (scope.Issued is not null)
        {
            foreach (var asked in scope.Issued.Approved.Where(asked => asked.Rule == RuleName.Approval))
                yield return asked;
            yield break;
        }

        var applies = new Dictionary<ApprovalReason, bool>
        {
            [ApprovalReason.Always] = true,
            [ApprovalReason.CreditBearing] = version.Summary.Credits > 0,
            [ApprovalReason.PriorLearning] = decision.Path == LearningPath.PriorLearning,
            [ApprovalReason.Late] = assessed is not null && IsLate(institution, version, assessed),
            [ApprovalReason.Renewal] = scope.IsRenewal,
            [ApprovalReason.AfterRevocation] = scope.Before is { State: AwardState.Revoked },
        };
        foreach (var (reason, _) in applies.Where(reason => reason.Value && rule.When.Contains(reason.Key)))
            yield return Asks(reason);
        if (scope.Before is { State: AwardState.Revoked or AwardState.Declined, ByAPerson: true }
            && !rule.When.Contains(ApprovalReason.AfterRevocation))
            yield return Asks(ApprovalReason.AfterRevocation);
        if (decision.Percent < rule.ScoreBelow)
            yield return Asks(ApprovalReason.LowScore) with
            {
                Input = decision.Percent,
                Needed = rule.ScoreBelow,
            };
    }

    /// <summary>Whether what counted fell into the days of grace.</summary>
    public static bool IsLate(Institution institution, MicroCredential version, AssessmentRule.Finding assessed) =>
        version.Assessment?.Window?.Last is { } last && assessed.By.Any(item => institution.DayOf(item.At) > last);

    private static RuleResult Asks(ApprovalReason reason) => new(RuleName.Approval, RuleVerdict.Asks, reason.ToString());
}
