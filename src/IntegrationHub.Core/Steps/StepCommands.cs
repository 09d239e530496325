using IntegrationHub.Core.Messaging;
using IntegrationHub.Core.Model.Awards;

namespace IntegrationHub.Core.Steps;

/// <summary>What people do with the steps of an award.</summary>
public sealed class StepCommands(IDossiers dossiers, IQueues queues)
{
    /// <summary>Replays a step of an award, or all that failed.</summary>
    /// <returns>The steps that are replayed; null where there is no such award.</returns>
    public async Task<IReadOnlyList<StepName>?> Replay(AwardId id, StepName? only, CancellationToken cancellation)
    {
        var dossier = await dossiers.Read(id.Dossier, cancellation);
        if (dossier.Award(id.Cycle) is not { } award)
            return null;
        var steps = award.Steps
            .Where(step => only is null ? step.State == StepState.Failed : step.Name == only && step.State != StepState.Done)
            .Select(step => step.Name)
            .ToList();
        foreach (var step in steps)
            await queues.Send(TrackingId.New(), new StepReplay(id, step), cancellation);
        return steps;
    }
}
