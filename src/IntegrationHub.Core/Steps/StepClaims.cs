using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Telemetry;

namespace IntegrationHub.Core.Steps;

/// <summary>
/// Claims steps: one worker at a time acts, and whoever comes after a lost one knows that it may have acted (laws 2 to 4).
/// </summary>
public sealed class StepClaims(IDossiers dossiers, IAwardIndex index, StepOutcomes outcomes, PipelineOptions options, TimeProvider time)
{
    /// <summary>Claims a step.</summary>
    /// <returns>The step as claimed; null where somebody else wrote it meanwhile.</returns>
    public async Task<Step?> Claim(Award award, Step step, bool isReplay, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var entries = new List<TimelineEntry>();
        if (isReplay)
        {
            await index.Open(award.Id, award.Opened, cancellation);
            entries.Add(new(award.Id.Cycle, now, TimelineEvent.Replayed, step.Name));
        }

        if (step.Name is StepName.Channel or StepName.Learner && step.MayHaveHappened)
        {
            HubMetrics.Repeated(award.Id.Institution, step.Name);
            entries.Add(new(award.Id.Cycle, now, TimelineEvent.Repeated, step.Name));
        }

        var claimed = step with
        {
            State = StepState.Running,
            Attempts = step.Attempts + 1,
            Updated = now,
            Until = now + options.Claim,
            Since = isReplay ? null : step.Since,
        };
        var saved = await dossiers.Save(award.Id, [claimed], entries, cancellation);
        if (saved is not null && isReplay)
            await outcomes.GoesOn(award, step.Name, cancellation);
        return saved?[0];
    }

    /// <summary>Gives a claim back, so that the next message does not wait for its end.</summary>
    public async Task GiveBack(Award award, Step claimed)
    {
        if (claimed.State == StepState.Running)
            await dossiers.Save(award.Id, [claimed with { State = StepState.Pending, Until = null }], [], CancellationToken.None);
    }
}
