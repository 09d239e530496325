using IntegrationHub.Core.Attention;
using IntegrationHub.Core.Messaging;
using IntegrationHub.Core.Model.Awards;

namespace IntegrationHub.Core.Steps;

/// <summary>A step at which the hub itself failed is a failed step, which a person can replay (law 8).</summary>
public sealed class StepPoison(IDossiers dossiers, AttentionRaiser attention, FailedMessages failed, TimeProvider time)
    : IOwnPoison<StepRun>
{
    private const string TheHubItself = "The hub itself failed at this step; its log says where.";

    /// <inheritdoc/>
    public async Task Own(StepRun message, Envelope envelope, CancellationToken cancellation)
    {
        var (id, name) = message;
        while (true)
        {
            var award = (await dossiers.Read(id.Dossier, cancellation)).Award(id.Cycle);
            var known = award?.Steps.FirstOrDefault(step => step.Name == name);
            if (known is { State: StepState.Failed, Error: TheHubItself })
            {
                await attention.RaiseOnce(StepFailed.Of(id, name, known.Error), cancellation);
                return;
            }

            if (award is null || award[name].HasEnded)
            {
                await failed.Ask(message, detail: null, cancellation);
                return;
            }

            var now = time.GetUtcNow();
            var step = award[name] with { State = StepState.Failed, Error = TheHubItself, Updated = now, Until = null };
            if (await dossiers.Save(id, [step], [new(id.Cycle, now, TimelineEvent.Failed, name, TheHubItself)], cancellation) is null)
                continue;
            await attention.Raise(StepFailed.Of(id, name, step.Error), cancellation);
            return;
        }
    }
}
