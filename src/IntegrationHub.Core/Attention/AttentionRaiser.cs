using System.Globalization;
using IntegrationHub.Core.Failures;
using IntegrationHub.Core.Learners;
using IntegrationHub.Core.Messaging;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Outside;

namespace IntegrationHub.Core.Attention;

/// <summary>Brings to people what is theirs to settle (laws 8 and 10), and tells the channel of each item once.</summary>
public sealed class AttentionRaiser(IAttention attention, HeldCompletions held, IQueues queues, TimeProvider time) : ISystemWatch
{
    /// <summary>Nobody is known by what the source calls the learner, or several are: the completion waits.</summary>
    /// <returns>The item's id.</returns>
    public async Task<string> WhoIsIt(Institution institution, string source, IReadOnlyList<LearnerReference> references, LearnerMatcher matcher, WaitingCompletion waiting, UncertainLearner doubt, CancellationToken cancellation)
    {
        var reference = doubt.About(references);
        var item = Item(institution.Id, doubt.Cause, source, UncertainLearner.Fingerprint(institution, source, reference, matcher)) with
        {
            Subject = reference?.Readable,
            Detail = doubt.Refusal,
            Candidates = doubt.Candidates,
        };
        await held.Wait(institution.Id, item.Id, waiting, cancellation);
        await Raise(item, cancellation);
        return item.Id;
    }

    /// <summary>No micro-credential is offered by the course: the completion waits.</summary>
    public async Task UnknownOffering(Institution institution, string source, Completion completion, WaitingCompletion waiting, CancellationToken cancellation)
    {
        var item = Item(institution.Id, Cause.UnknownOffering, source, completion.Courses is [var course, ..] ? course : "") with
        {
            Subject = string.Join(" / ", completion.Courses),
        };
        await held.Wait(institution.Id, item.Id, waiting, cancellation);
        await Raise(item, cancellation);
    }

    /// <summary>A source sends what cannot be read: the delivery waits to be read again.</summary>
    public async Task Unreadable(Institution institution, string source, WaitingCompletion waiting, string fault, CancellationToken cancellation)
    {
        var item = Item(institution.Id, Cause.UnreadableDelivery, source, fault) with { Detail = $"{fault} ({waiting.Payload})" };
        await held.Wait(institution.Id, item.Id, waiting, cancellation);
        await Raise(item, cancellation);
    }

    /// <summary>A source has been silent for longer than it usually is; where that is said already, it is not said again.</summary>
    public async Task SourceSilent(Institution institution, string source, DateTimeOffset lastHeard, TimeSpan longestGap, CancellationToken cancellation)
    {
        var item = Item(institution.Id, Cause.SourceSilent, source, "") with
        {
            Detail = FormattableString.Invariant($"Last heard {lastHeard.UtcDateTime:yyyy-MM-dd HH:mm} UTC; it is usually quiet for {Math.Ceiling(longestGap.TotalHours)} h of working days at most."),
        };
        if (await attention.Find(institution.Id, item.Id, cancellation) is null)
            await Raise(item, cancellation);
    }

    /// <summary>A source that was silent speaks again, or is gone from the institution's file.</summary>
    public Task SourceHeardAgain(string institution, string source, CancellationToken cancellation) =>
        Settle(institution, AttentionItem.IdOf(Cause.SourceSilent, source, ""), cancellation);

    /// <summary>Still later evidence speaks for the award again.</summary>
    public Task RegradedAbove(Award award, CancellationToken cancellation) =>
        Settle(award.Id.Institution, AttentionItem.IdOf(Cause.RegradeBelowThreshold, award.MicroCredential, award.Id.ToString()), cancellation);

    /// <summary>Later evidence speaks against an award: a person decides (law 10).</summary>
    public Task RegradedBelowThreshold(Institution institution, Award award, Decision decision, CancellationToken cancellation) =>
        Raise(
            Item(institution.Id, Cause.RegradeBelowThreshold, award.MicroCredential, award.Id.ToString()) with
            {
                Award = award.Id,
                Detail = decision is { Percent: { } percent, Threshold: { } threshold } ? FormattableString.Invariant($"{percent:0.##} % < {threshold:0.##} %") : null,
            },
            cancellation);

    /// <summary>Policy leaves the word on an award to a person.</summary>
    public Task ApprovalNeeded(Institution institution, Award award, CancellationToken cancellation) =>
        Raise(
            Item(institution.Id, Cause.ApprovalNeeded, award.MicroCredential, award.Id.ToString()) with
            {
                Award = award.Id,
                Detail = string.Join(", ", award.Decision.Rules.Where(rule => rule.Verdict == RuleVerdict.Asks).Select(rule => rule.Subject ?? rule.Rule.ToString())),
            },
            cancellation);

    /// <summary>A person gave the word, or it is not asked for any more.</summary>
    public Task ApprovalSettled(Award award, CancellationToken cancellation) =>
        Settle(award.Id.Institution, AttentionItem.IdOf(Cause.ApprovalNeeded, award.MicroCredential, award.Id.ToString()), cancellation);

    /// <summary>Mastery is shown but prerequisites are missing.</summary>
    public Task PrerequisiteMissing(Institution institution, AboutDossier about, string missing, CancellationToken cancellation) =>
        Raise(Item(institution.Id, Cause.PrerequisiteMissing, about.MicroCredential, about.ToString()) with { Subject = about.ToString(), Detail = missing }, cancellation);

    /// <summary>Prerequisites are met, waived, or not needed any more.</summary>
    public Task PrerequisiteSettled(string institution, AboutDossier about, CancellationToken cancellation) =>
        Settle(institution, AttentionItem.IdOf(Cause.PrerequisiteMissing, about.MicroCredential, about.ToString()), cancellation);

    /// <summary>A step failed for good.</summary>
    public Task StepFailed(AwardId award, Step step, CancellationToken cancellation) =>
        Raise(FailedStep(award, step.Name) with { Detail = step.Error }, cancellation);

    /// <summary>A step had failed for good before; where that is said already, it is not said again.</summary>
    public async Task StepHadFailed(AwardId award, Step step, CancellationToken cancellation)
    {
        if (await attention.Find(award.Institution, FailedStep(award, step.Name).Id, cancellation) is null)
            await StepFailed(award, step, cancellation);
    }

    /// <summary>A step that had failed goes on.</summary>
    public Task StepGoesOn(AwardId award, StepName step, CancellationToken cancellation) =>
        attention.Settle(award.Institution, FailedStep(award, step).Id, cancellation);

    /// <summary>A message failed for good by a mistake in the hub; a delivery waits to be taken again.</summary>
    public async Task MessageFailed(string institution, string queue, string subject, WaitingCompletion? waiting, CancellationToken cancellation, string? detail = null)
    {
        var item = Item(institution, Cause.MessageFailed, queue, subject) with { Subject = subject, Detail = detail };
        if (waiting is not null)
            await held.Wait(institution, item.Id, waiting, cancellation);
        await Raise(item, cancellation);
    }

    /// <summary>A kept delivery is gone although something in it was still to be done.</summary>
    public Task PayloadGone(Institution institution, string trackingId, CancellationToken cancellation) =>
        Raise(Item(institution.Id, Cause.MessageFailed, "completions", trackingId) with { Subject = trackingId, Detail = "The kept payload is gone: its time was over, or it was erased." }, cancellation);

    /// <summary>A system is down or refuses the hub's credential: one item, however many steps wait.</summary>
    public Task Troubled(string institution, string connection, OutsideException failure, CancellationToken cancellation) =>
        Raise(
            Item(institution, failure.Fault == OutsideFault.Unauthorised ? Cause.CredentialRefused : Cause.SystemDown, connection, "") with { Detail = failure.Message },
            cancellation);

    /// <summary>The channel refuses a notice for good: an item that is not itself told to the channel.</summary>
    public Task ChannelRefuses(Institution institution, OutsideException failure, CancellationToken cancellation) =>
        Raise(Item(institution.Id, Cause.MessageFailed, nameof(ConnectionRole.Channel), "alert") with { Detail = failure.Message }, cancellation);

    /// <summary>A system answers again.</summary>
    public async Task Answers(string institution, string connection, CancellationToken cancellation)
    {
        await Settle(institution, AttentionItem.IdOf(Cause.SystemDown, connection, ""), cancellation);
        await Settle(institution, AttentionItem.IdOf(Cause.CredentialRefused, connection, ""), cancellation);
    }

    /// <summary>A reconciliation ended without some of its courses.</summary>
    public Task ReconciliationPartial(string institution, string source, IReadOnlyList<(string Name, string? Error)> failed, CancellationToken cancellation)
    {
        const int shown = 3;
        var detail = string.Join(" · ", failed.Take(shown).Select(course => $"{course.Name}: {course.Error}"));
        return Raise(
            Item(institution, Cause.ReconciliationPartial, source, "") with { Detail = failed.Count > shown ? $"{detail} · + {failed.Count - shown}" : detail }, cancellation);
    }

    /// <summary>A reconciliation compared every course.</summary>
    public Task Reconciled(string institution, string source, CancellationToken cancellation) =>
        Settle(institution, AttentionItem.IdOf(Cause.ReconciliationPartial, source, ""), cancellation);

    /// <summary>An institution's files have faults: one item, raised again only when they change.</summary>
    public async Task CatalogueFault(string institution, string detail, CancellationToken cancellation)
    {
        var item = Item(institution, Cause.CatalogueFault, "catalogue", "") with { Detail = detail };
        if ((await attention.Find(institution, item.Id, cancellation))?.Detail != detail)
            await Raise(item, cancellation);
    }

    /// <summary>An institution's files are good again.</summary>
    public Task CatalogueMended(string institution, CancellationToken cancellation) =>
        Settle(institution, AttentionItem.IdOf(Cause.CatalogueFault, "catalogue", ""), cancellation);

    /// <summary>A replaced secret of a source nears its end: one item per secret, raised again only when its end moves.</summary>
    /// <returns>The item's id.</returns>
    public async Task<string> SecretEnding(string institution, string source, string purpose, InboundSecret secret, CancellationToken cancellation)
    {
        var item = Item(institution, Cause.SecretEnding, source, purpose) with
        {
            Subject = purpose,
            Detail = string.Create(CultureInfo.InvariantCulture, $"previous: {secret.Previous}, until: {secret.Until?.UtcDateTime:yyyy-MM-dd'T'HH:mm'Z'}"),
        };
        if ((await attention.Find(institution, item.Id, cancellation))?.Detail != item.Detail)
            await Raise(item, cancellation);
        return item.Id;
    }

    /// <summary>Takes an item away.</summary>
    public Task Settle(string institution, string id, CancellationToken cancellation) => attention.Settle(institution, id, cancellation);

    private async Task Raise(AttentionItem item, CancellationToken cancellation)
    {
        if (await attention.Raise(item, cancellation) && item.Source != nameof(ConnectionRole.Channel))
            await queues.Send(TrackingId.New(), new AlertDue(item.Institution, item.Id), cancellation);
    }

    private AttentionItem FailedStep(AwardId award, StepName step) =>
        Item(award.Institution, Cause.StepFailed, step.ToString(), award.ToString()) with { Award = award, Step = step };

    private AttentionItem Item(string institution, Cause cause, string source, string fingerprint)
    {
        var now = time.GetUtcNow();
        return new() { Institution = institution, Cause = cause, Source = source, Fingerprint = fingerprint, First = now, Last = now };
    }
}
