using System.Diagnostics;
using IntegrationHub.Core.Failures;
using IntegrationHub.Core.Messaging;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Steps;
using IntegrationHub.Core.Telemetry;

namespace IntegrationHub.Core.Notices;

/// <summary>Steps that ended become notices: reads the award, composes what is due, closes what is at rest (law 13).</summary>
public sealed class NoticesStage(
    IDossiers dossiers,
    IAwardIndex index,
    IQueues queues,
    StepRunner steps,
    AlertSender alerts,
    LearnerNoticeSender learnerNotices,
    TimeProvider time)
{
    /// <summary>How soon an award is looked at again where another worker is just sending its notices.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(5);

    /// <summary>
    /// How long a notice that failed is looked at again: its worker may have been lost before people heard of it. Later they may
    /// have dismissed it.
    /// </summary>
    private static readonly TimeSpan Lately = TimeSpan.FromMinutes(10);

    /// <summary>Handles one message of the queue.</summary>
    public Task Handle(Envelope envelope, CancellationToken cancellation) => envelope.Kind switch
    {
        MessageKinds.Ended => Ended(envelope, cancellation),
        MessageKinds.Alert => alerts.Handle(envelope, cancellation),
        MessageKinds.Letter => learnerNotices.Handle(envelope, cancellation),
        _ => steps.Handle(envelope, cancellation),
    };

    private async Task Ended(Envelope envelope, CancellationToken cancellation)
    {
        var (id, _) = envelope.AboutStep();
        var dossier = await dossiers.Read(id.Dossier, cancellation);
        var award = dossier.Award(id.Cycle) ?? throw new FormatException($"There is no award {id}.");
        var now = time.GetUtcNow();
        var notices = award.Steps.Where(step => step.Name is StepName.Channel or StepName.Learner && IsOurs(step, now)).ToList();
        foreach (var notice in notices.Where(notice => !notice.IsClaimed(now)))
        {
            if (award.IsDue(notice.Name))
                award = await Run(envelope, award, notice.Name, cancellation);
        }

        if (award.IsAtRest)
            await index.Close(award.Id, award.Opened, cancellation);
        else if (notices.Exists(notice => notice.IsClaimed(now)))
            // Whoever sends them read the award before this step ended, and so cannot know that theirs is the last.
            await queues.Send(QueueNames.Notices, envelope, Soon, cancellation);
    }

    private static bool IsOurs(Step notice, DateTimeOffset now) =>
        notice.State is StepState.Pending or StepState.Running || (notice.State == StepState.Failed && now - notice.Updated < Lately);

    /// <summary>
    /// Each notice stands on its own: a mistake in one comes again as a message of that one, which the host counts. The span tells
    /// of the first time, which may be the only one.
    /// </summary>
    private async Task<Award> Run(Envelope envelope, Award award, StepName notice, CancellationToken cancellation)
    {
        try
        {
            return await steps.Run(envelope, award, notice, cancellation);
        }
        catch (Exception failure) when (failure is not (OperationCanceledException or StorageSilentException))
        {
            Activity.Current.Fail(failure);
            await queues.Send(QueueNames.Notices, Envelope.Of(envelope.Id, MessageKinds.Step, award.Id, notice), delay: null, cancellation);
            return award;
        }
    }
}
