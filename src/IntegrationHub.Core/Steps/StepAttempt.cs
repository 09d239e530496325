using IntegrationHub.Core.Failures;
using IntegrationHub.Core.Messaging;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Outside;
using IntegrationHub.Core.Telemetry;

namespace IntegrationHub.Core.Steps;

/// <summary>One attempt at a claimed step: its work is done in the outside system, and how it went is written down.</summary>
public sealed class StepAttempt(
    OutboundGateway gateway,
    StepOutcomes outcomes,
    StepClaims claims,
    PipelineOptions options,
    TimeProvider time)
{
    /// <summary>Does the work.</summary>
    /// <returns>The award as it is afterwards.</returns>
    public async Task<Award> Act(Envelope envelope, IStepWork work, StepContext context, Step claimed, CancellationToken cancellation)
    {
        using var span = HubTrace.Step(context.Award.Id, claimed);
        var began = time.GetTimestamp();
        StepResult result;
        try
        {
            result = await gateway.Call(context.Institution, context.Connection, Work, cancellation);
        }
        catch (OutsideException failure)
        {
            span.Fail(failure);
            var failed = await outcomes.Failed(envelope, context, claimed, failure, time.GetElapsedTime(began), cancellation);
            if (failure.Fault is OutsideFault.Refused or OutsideFault.Throttled)
                await gateway.Answered(context.Institution, context.Connection, cancellation);
            return failed;
        }
        catch (StorageSilentException silent)
        {
            span.Fail(silent);
            return await outcomes.Failed(
                envelope,
                context,
                claimed,
                new(OutsideFault.Unavailable, silent.Message),
                time.GetElapsedTime(began),
                cancellation);
        }
        catch (Exception mistake)
        {
            span.Fail(mistake);
            // A mistake in the hub: the claim is given back so that the next delivery does not wait for it, and the host counts.
            await claims.GiveBack(context.Award, claimed);
            throw;
        }

        var award = await outcomes.Succeeded(envelope, context, claimed, result, time.GetElapsedTime(began), cancellation);
        await gateway.Answered(context.Institution, context.Connection, cancellation);
        return award;

        Task<StepResult> Work() => options.WithinTheClaim(context.Connection, stop => work.Do(context, stop), time, cancellation);
    }
}
