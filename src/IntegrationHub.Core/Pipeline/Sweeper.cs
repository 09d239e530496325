using IntegrationHub.Core.Awards;
using IntegrationHub.Core.Messaging;

namespace IntegrationHub.Core.Pipeline;

/// <summary>Starts again what is stuck, whatever the cause; reads only awards that are open (law 7).</summary>
public sealed class Sweeper(IAwardIndex index, IDossiers dossiers, IQueues queues, PipelineOptions options, TimeProvider time)
{
    /// <summary>Goes through the open awards once.</summary>
    /// <returns>How many steps were started again.</returns>
    public async Task<int> Sweep(CancellationToken cancellation)
    {
        var started = 0;
        await foreach (var (id, opened) in index.OpenedBefore(time.GetUtcNow() - options.SweepAfter, cancellation))
        {
            var dossier = await dossiers.Read(id.Dossier, cancellation);
            var award = dossier.Award(id.Cycle);
            if (award is null or { IsAtRest: true })
            {
                await index.Close(id, opened, cancellation);
                continue;
            }

            var now = time.GetUtcNow();
            foreach (var step in award.Steps.Where(step => step.IsOverdue(now, options.SweepAfter) && award.IsDue(step.Name)))
            {
                if (await dossiers.Save(id, [step with { Updated = now, Until = now }], [], cancellation) is null)
                    continue;
                await queues.Send(QueueNames.Of(step.Name), Envelope.Of(TrackingId.New(), MessageKinds.Step, id, step.Name), delay: null, cancellation);
                started++;
            }
        }

        return started;
    }
}
