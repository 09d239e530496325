using IntegrationHub.Core.Messaging;
using IntegrationHub.Core.Model.Awards;

namespace IntegrationHub.Core.Steps;

/// <summary>Brings one step of an award forward: claim, act, then mark done; never the other way round (laws 2 to 7).</summary>
public sealed class StepRunner(
    IDossiers dossiers,
    StepContexts contexts,
    StepSlots slots,
    StepClaims claims,
    StepAttempt attempt,
    StepOutcomes outcomes,
    TimeProvider time) : IHandle<StepRun>
{
    /// <summary>Messages may arrive a little before the moment they were meant for.</summary>
    private static readonly TimeSpan Early = TimeSpan.FromSeconds(2);

    /// <inheritdoc/>
    public async Task Handle(StepRun message, Envelope envelope, CancellationToken cancellation)
    {
        var (id, name) = message;
        var dossier = await dossiers.Read(id.Dossier, cancellation);
        var award = dossier.Award(id.Cycle) ?? throw new FormatException($"There is no award {id}.");
        if (message is StepReplay && dossier.IsGone(id.Cycle, name))
            await outcomes.GoesOn(award, name, cancellation);
        else
            await Run(envelope, award, name, cancellation);
    }

    /// <summary>Brings a step of an award, as just read, forward.</summary>
    /// <returns>The award as it is afterwards, as far as this run knows.</returns>
    public async Task<Award> Run(Envelope envelope, Award award, StepName name, CancellationToken cancellation)
    {
        while (true)
        {
            var step = award[name];
            var isReplay = envelope.Message is StepReplay;
            var isOnceMore = envelope.Message is StepReplay replay && replay.Repeats(step);
            if ((step.State == StepState.Done && !isOnceMore) || (step.State == StepState.Failed && !isReplay))
            {
                await outcomes.HadEnded(envelope, award, step, cancellation);
                return award;
            }

            var now = time.GetUtcNow();
            if (step.IsClaimed(now))
            {
                await outcomes.Again(envelope, award, name, step.Until!.Value - now + Early, cancellation);
                return award;
            }

            if (!isReplay && envelope.Slot is null && step.Until > now + Early)
                return award;
            if (!award.IsDue(name))
                return award;

            var (work, context) = contexts.Of(award, name);
            if (!isReplay && !slots.IsGood(envelope.Slot) && await slots.PutOff(envelope, context, cancellation))
                return award;

            // Asking for a confirmation changes nothing over there: it needs no claim.
            var claimed = step.State == StepState.Submitted && !isReplay ? step : await claims.Claim(award, step, isReplay, cancellation);
            if (claimed is not null)
                return await attempt.Act(envelope, work, context, claimed, cancellation);

            var dossier = await dossiers.Read(award.Id.Dossier, cancellation);
            award = dossier.Award(award.Id.Cycle)!;
        }
    }
}
