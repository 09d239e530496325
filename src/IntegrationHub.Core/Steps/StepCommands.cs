using IntegrationHub.Core.Attention;
using IntegrationHub.Core.Messaging;
using IntegrationHub.Core.Model.Awards;

namespace IntegrationHub.Core.Steps;

/// <summary>What people do with the steps of an award.</summary>
public sealed class StepCommands(IDossiers dossiers, AttentionRaiser attention, IQueues queues)
{
    /// <summary>Replays a step of an award, or all that failed; what asks a person about an award that is gone is settled.</summary>
    /// <returns>The steps that are replayed; null where there is no such award, or its learner was erased.</returns>
    public async Task<IReadOnlyList<StepName>?> Replay(AwardId id, StepName? only, CancellationToken cancellation)
    {
        var dossier = await dossiers.Read(id.Dossier, cancellation);
        if (dossier.Remaining(id.Cycle) is not { } award)
        {
            foreach (var step in only is { } one ? [one] : Enum.GetValues<StepName>())
                await attention.Settle(StepFailed.Of(id, step), cancellation);
            return null;
        }

        var steps = award.Steps
            .Where(step => only is null ? step.State == StepState.Failed : step.Name == only && step.State != StepState.Done)
            .Select(step => step.Name)
            .ToList();
        foreach (var step in steps)
            await queues.Send(TrackingId.New(), new StepReplay(id, step), cancellation);
        return steps;
    }
}
