using System.Diagnostics;
using IntegrationHub.Core.Failures;
using IntegrationHub.Core.Messaging;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Steps;
using IntegrationHub.Core.Telemetry;

namespace IntegrationHub.Core.Notices;

/// <summary>Steps that ended become notices: reads the award, composes what is due, closes what is at rest (law 13).</summary>
public sealed class EndedStepHandler(
    IDossiers dossiers,
    IAwardIndex index,
    IQueues queues,
    StepRunner steps,
    TimeProvider time) : IHandle<StepEnded>
{
    /// <summary>How soon an award is looked at again where another worker is just sending its notices.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(5);

    /// <summary>
    /// How long a notice that failed is looked at again: its worker may have been lost before people heard of it. Later they may
    /// have dismissed it.
    /// </summary>
    private static readonly TimeSpan Lately = TimeSpan.FromMinutes(10);

    /// <inheritdoc/>
    public async Task Handle(StepEnded message, Envelope envelope, CancellationToken cancellation)
    {
        var id = message.Award;
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
            await queues.Send(envelope, Soon, cancellation);
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
            await queues.Send(envelope.Id, new StepDue(award.Id, notice), cancellation);
            return award;
        }
    }
}
