using IntegrationHub.Core.Attention;
using IntegrationHub.Core.Messaging;
using IntegrationHub.Core.Model.Awards;

namespace IntegrationHub.Core.Steps;

/// <summary>What people do with the steps of an award.</summary>
public sealed class StepCommands(IDossiers dossiers, AttentionRaiser attention, IQueues queues)
{
    /// <summary>
    /// Replays a step of an award, or all that failed; what asks a person about an award that is gone is settled. The letter to the learner
    /// is sent again, also where it was sent: it may have gone astray.
    /// </summary>
    /// <returns>The steps that are replayed; null where there is no such award, or its learner was erased.</returns>
    public async Task<IReadOnlyList<StepName>?> Replay(AwardId id, StepName? only, CancellationToken cancellation)
    {
        var dossier = await dossiers.Read(id.Dossier, cancellation);
        var asked = only is { } one ? [one] : Enum.GetValues<StepName>();
        var gone = asked.Where(step => dossier.IsGone(id.Cycle, step)).ToList();
        foreach (var step in gone)
            await attention.Settle(StepFailed.Of(id, step), cancellation);
        if (gone.Count == asked.Length)
            return null;

        var steps = dossier.Award(id.Cycle)!.Steps
            .Where(step => !gone.Contains(step.Name))
            .Where(step => only is null ? step.State == StepState.Failed : step.State != StepState.Done || step.IsSentLetter)
            .IntersectBy(asked, step => step.Name)
            .ToList();
        foreach (var step in steps)
            await queues.Send(
                TrackingId.New(),
                new StepReplay(id, step.Name) { After = step.State == StepState.Done ? step.Attempts : null },
                cancellation);
        return [.. steps.Select(step => step.Name)];
    }
}
