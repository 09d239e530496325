using IntegrationHub.Core.Attention;
using IntegrationHub.Core.Messaging;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.MicroCredentials;
using IntegrationHub.Core.Notices;
using IntegrationHub.Core.Rules;
using IntegrationHub.Core.Steps;

namespace IntegrationHub.Core.Awarding;

/// <summary>A dossier as it was just decided.</summary>
/// <param name="TrackingId">Id of the cause.</param>
/// <param name="Institution">The tenant.</param>
/// <param name="Learner">The learner, by opaque id.</param>
/// <param name="MicroCredential">The catalogue entry.</param>
/// <param name="Verdict">What the rules said.</param>
/// <param name="Awards">All its awards.</param>
/// <param name="Changed">Those that changed; all of them where the same news came again, for nobody knows how far the first delivery
/// went.</param>
/// <param name="News">What it was decided for.</param>
public sealed record Decided(
    string TrackingId,
    Institution Institution,
    string Learner,
    MicroCredential MicroCredential,
    Verdict Verdict,
    IReadOnlyList<Award> Awards,
    IReadOnlyList<Award> Changed,
    News News);

/// <summary>
/// What follows from a decision: steps, questions to people, milestones, letters, days to remember. Each part again changes nothing.
/// </summary>
public sealed class Consequences(IAwardIndex index, ICalendar calendar, IQueues queues, AttentionRaiser attention)
{
    /// <summary>Starts what follows.</summary>
    public async Task Follow(Decided decided, CancellationToken cancellation)
    {
        foreach (var award in decided.Changed)
        {
            await Ask(decided, award, cancellation);
            await Stack(decided, award, cancellation);
            await Remember(decided.Institution, award, cancellation);
        }

        await Prerequisites(decided, cancellation);
        await NotYet(decided, cancellation);
        foreach (var award in decided.Awards.Where(award => !award.IsAtRest || decided.Changed.Contains(award)))
            await Start(decided.TrackingId, award, cancellation);
    }

    private async Task Start(string trackingId, Award award, CancellationToken cancellation)
    {
        await index.Open(award.Id, award.Opened, cancellation);
        foreach (var step in award.Steps.Where(step => !step.HasEnded && award.IsDue(step.Name)))
            await queues.Send(trackingId, new StepDue(award.Id, step.Name), cancellation);
        if (award.IsAtRest)
            await index.Close(award.Id, award.Opened, cancellation);
    }

    /// <summary>
    /// Law 10: what policy gives to a person, and what speaks against an award until a person or the evidence has settled it.
    /// </summary>
    private async Task Ask(Decided decided, Award award, CancellationToken cancellation)
    {
        if (award.State == AwardState.AwaitingApproval)
            await attention.Raise(ApprovalNeeded.Of(award), cancellation);
        else if (award.Revision > 0)
            await attention.Settle(ApprovalNeeded.Of(award), cancellation);
        var today = decided.Verdict.Awards.FirstOrDefault(earned => earned.Cycle == award.Id.Cycle)?.Today ?? decided.Verdict.Now;
        if (award is { IsAnswered: true, Revision: > 0 })
            await attention.Settle(RegradeBelowThreshold.Of(award), cancellation);
        else if (!award.IsAnswered)
            await attention.Raise(RegradeBelowThreshold.Of(award, today), cancellation);
    }

    /// <summary>Other dossiers of the learner that rest on the award are told to look at it.</summary>
    private async Task Stack(Decided decided, Award award, CancellationToken cancellation)
    {
        foreach (var resting in decided.Institution.Offerings.RestingOn(award.MicroCredential))
            await queues.Send(decided.TrackingId, new AwardChanged(award.Id, resting.Code), cancellation);
    }

    private async Task Remember(Institution institution, Award award, CancellationToken cancellation)
    {
        if (award is not { ValidUntil: { } end, State: AwardState.Valid })
            return;
        foreach (var days in institution.Policy.RenewalNotices)
            await calendar.Add(institution.DayOf(end).AddDays(-days), award.Id, days, cancellation);
    }

    /// <summary>Everything is there but a prerequisite: a person may waive it.</summary>
    private Task Prerequisites(Decided decided, CancellationToken cancellation)
    {
        if (!decided.MicroCredential.Versions.Any(version => version.Prerequisites.Count > 0))
            return Task.CompletedTask;
        var (now, about) = (decided.Verdict.Now, new AboutDossier(decided.Learner, decided.MicroCredential.Code, NewestCycle(decided)));
        var missing = now.Rules.Where(rule => rule.Verdict == RuleVerdict.NotMet).ToList();
        var item = PrerequisiteMissing.Of(decided.Institution.Id, about, string.Join(", ", missing.Select(rule => rule.Subject)));
        return decided.Verdict.IsOpen && missing.Count > 0 && missing.TrueForAll(rule => rule.Rule == RuleName.Prerequisite)
            ? attention.Raise(item, cancellation)
            : attention.Settle(item, cancellation);
    }

    /// <summary>A learner who did not pass is told so, once for each result.</summary>
    private async Task NotYet(Decided decided, CancellationToken cancellation)
    {
        if (decided.Verdict is not { IsOpen: true, Now.Outcome: Outcome.NotYet }
            || decided.Institution.Connection(ConnectionRole.Mail) is null)
            return;
        foreach (var evidence in decided.News.Evidence.Where(item => item.HasResult))
        {
            var about = new AboutDossier(decided.Learner, decided.MicroCredential.Code, NewestCycle(decided));
            await queues.Send(
                decided.TrackingId,
                new LearnerNotice(decided.Institution.Id, about, LearnerNoticeKind.NotYet, evidence.EventId),
                cancellation);
        }
    }

    private static int NewestCycle(Decided decided) =>
        decided.Verdict.IsOpen
            ? decided.Awards.Select(award => award.Id.Cycle + 1).DefaultIfEmpty().Max()
            : decided.Awards.Max(award => award.Id.Cycle);
}
