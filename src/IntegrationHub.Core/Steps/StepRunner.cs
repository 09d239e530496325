using IntegrationHub.Core.Failures;
using IntegrationHub.Core.Messaging;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Outside;
using IntegrationHub.Core.Telemetry;

namespace IntegrationHub.Core.Steps;

/// <summary>Brings one step of an award forward: claim, act, then mark done; never the other way round (laws 2 to 7).</summary>
public sealed class StepRunner(
    IDossiers dossiers,
    IAwardIndex index,
    IQueues queues,
    IInstitutions institutions,
    IEnumerable<IStepWork> works,
    OutboundGateway gateway,
    StepOutcomes outcomes,
    PipelineOptions options,
    TimeProvider time) : IHandle<StepDue>, IHandle<StepReplay>
{
    /// <summary>Messages may arrive a little before the moment they were meant for.</summary>
    private static readonly TimeSpan Early = TimeSpan.FromSeconds(2);

    private readonly Dictionary<StepName, IStepWork> _works = works.ToDictionary(work => work.Name);

    /// <inheritdoc/>
    public Task Handle(StepDue message, Envelope envelope, CancellationToken cancellation) => Run(envelope, message.Award, message.Step, cancellation);

    /// <inheritdoc/>
    public Task Handle(StepReplay message, Envelope envelope, CancellationToken cancellation) => Run(envelope, message.Award, message.Step, cancellation);

    private async Task Run(Envelope envelope, AwardId id, StepName name, CancellationToken cancellation)
    {
        var dossier = await dossiers.Read(id.Dossier, cancellation);
        await Run(envelope, dossier.Award(id.Cycle) ?? throw new FormatException($"There is no award {id}."), name, cancellation);
    }

    /// <summary>Brings a step of an award, as just read, forward.</summary>
    /// <returns>The award as it is afterwards, as far as this run knows.</returns>
    public async Task<Award> Run(Envelope envelope, Award award, StepName name, CancellationToken cancellation)
    {
        while (true)
        {
            var step = award[name];
            var isReplay = envelope.Message is StepReplay;
            if (step.State == StepState.Done || (step.State == StepState.Failed && !isReplay))
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

            var work = _works[name];
            var institution = institutions.Get(award.Id.Institution);
            var connection = institution.Connection(work.Role)
                ?? throw new InvalidOperationException($"The institution '{institution.Id}' has no {work.Role} connection any more; give it one or replay the step later.");
            var microCredential = institution.MicroCredentials.GetValueOrDefault(award.MicroCredential)?.InVersion(award.Decision.Version)
                ?? throw new InvalidOperationException($"The institution '{institution.Id}' has no micro-credential '{award.MicroCredential}' any more; put it back or replay the step later.");
            var hasSlot = isReplay || envelope.Slot > now - OutboundGateway.Short * 30;
            if (!hasSlot && await PutOff(envelope, institution, connection, award, step, cancellation))
                return award;

            // Asking for a confirmation changes nothing over there: it needs no claim.
            var claimed = step.State == StepState.Submitted && !isReplay ? step : await Claim(award, step, isReplay, cancellation);
            if (claimed is not null)
                return await Act(envelope, work, new(institution, connection, microCredential, award, step), claimed, cancellation);

            var dossier = await dossiers.Read(award.Id.Dossier, cancellation);
            award = dossier.Award(award.Id.Cycle)!;
        }
    }

    /// <summary>Takes a slot; where it lies ahead the message waits for it, and a person can see what for.</summary>
    private async Task<bool> PutOff(Envelope envelope, Institution institution, Connection connection, Award award, Step step, CancellationToken cancellation)
    {
        var slot = await gateway.Reserve(institution, connection, cancellation);
        var now = time.GetUtcNow();
        if (!slot.IsDown && slot.At - now <= OutboundGateway.Short)
        {
            if (slot.At > now)
                await Task.Delay(slot.At - now, time, cancellation);
            return false;
        }

        var waiting = slot.IsDown
            ? step with { State = StepState.Waiting, Updated = now, Until = slot.At, Fault = OutsideFault.Unavailable, Error = $"The {connection.Kind} system does not answer." }
            : step with { Updated = now, Until = slot.At };
        if (await dossiers.Save(award.Id, [waiting], [], cancellation) is not null)
        {
            var again = Envelope.Of(envelope.Id, new StepDue(award.Id, step.Name)) with { Slot = slot.IsDown ? null : slot.At };
            await queues.Send(again, Backoff.Hideable(slot.At - now), cancellation);
        }

        return true;
    }

    private async Task<Step?> Claim(Award award, Step step, bool isReplay, CancellationToken cancellation)
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

    private async Task<Award> Act(Envelope envelope, IStepWork work, StepContext context, Step claimed, CancellationToken cancellation)
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
            return await outcomes.Failed(envelope, context, claimed, new(OutsideFault.Unavailable, silent.Message), time.GetElapsedTime(began), cancellation);
        }
        catch (Exception mistake)
        {
            span.Fail(mistake);
            // A mistake in the hub: the claim is given back so that the next delivery does not wait for it, and the host counts.
            if (claimed.State == StepState.Running)
                await dossiers.Save(context.Award.Id, [claimed with { State = StepState.Pending, Until = null }], [], CancellationToken.None);
            throw;
        }

        var award = await outcomes.Succeeded(envelope, context, claimed, result, time.GetElapsedTime(began), cancellation);
        await gateway.Answered(context.Institution, context.Connection, cancellation);
        return award;

        Task<StepResult> Work() => options.WithinTheClaim(context.Connection, stop => work.Do(context, stop), time, cancellation);
    }
}
