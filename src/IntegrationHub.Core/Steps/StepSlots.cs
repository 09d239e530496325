using IntegrationHub.Core.Failures;
using IntegrationHub.Core.Messaging;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Outside;

namespace IntegrationHub.Core.Steps;

/// <summary>Takes slots in the rate of outside systems for steps.</summary>
public sealed class StepSlots(IDossiers dossiers, OutboundGateway gateway, IQueues queues, TimeProvider time)
{
    /// <summary>Whether a slot that a message brought is still good.</summary>
    public bool IsGood(DateTimeOffset? slot) => slot > time.GetUtcNow() - OutboundGateway.Short * 30;

    /// <summary>Takes a slot; where it lies ahead the message waits for it, and a person can see what for.</summary>
    /// <returns>Whether the step waits.</returns>
    public async Task<bool> PutOff(Envelope envelope, StepContext context, CancellationToken cancellation)
    {
        var (award, step, connection) = (context.Award, context.Step, context.Connection);
        var slot = await gateway.Reserve(context.Institution, connection, cancellation);
        var now = time.GetUtcNow();
        if (!slot.IsDown && slot.At - now <= OutboundGateway.Short)
        {
            if (slot.At > now)
                await Task.Delay(slot.At - now, time, cancellation);
            return false;
        }

        var waiting = slot.IsDown
            ? step with
            {
                State = StepState.Waiting,
                Updated = now,
                Until = slot.At,
                Fault = OutsideFault.Unavailable,
                Error = $"The {connection.Kind} system does not answer.",
            }
            : step with { Updated = now, Until = slot.At };
        if (await dossiers.Save(award.Id, [waiting], [], cancellation) is not null)
        {
            var again = Envelope.Of(envelope.Id, new StepDue(award.Id, step.Name)) with { Slot = slot.IsDown ? null : slot.At };
            await queues.Send(again, Backoff.Hideable(slot.At - now), cancellation);
        }

        return true;
    }
}
