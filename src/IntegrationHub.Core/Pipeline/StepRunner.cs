using IntegrationHub.Core.Attention;
using IntegrationHub.Core.Awards;
using IntegrationHub.Core.Institutions;
using IntegrationHub.Core.Messaging;
using IntegrationHub.Core.Outside;

namespace IntegrationHub.Core.Pipeline;

/// <summary>Brings one step of an award forward: claim, act, then mark done; never the other way round (laws 2 to 7).</summary>
public sealed class StepRunner(
    IDossiers dossiers,
    IAwardIndex index,
    IQueues queues,
    IInstitutions institutions,
    IEnumerable<IStepWork> works,
    Switchboard switchboard,
    AttentionDesk attention,
    PipelineOptions options,
    TimeProvider time)
{
    /// <summary>Messages may arrive a little before the moment they were meant for.</summary>
    private static readonly TimeSpan Early = TimeSpan.FromSeconds(2);

    private readonly Dictionary<StepName, IStepWork> _works = works.ToDictionary(work => work.Name);

    /// <summary>Handles one message about a step.</summary>
    public async Task Handle(Envelope envelope, CancellationToken cancellation)
    {
        var (id, name) = envelope.AboutStep();
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
            var isReplay = envelope.Kind == MessageKinds.Replay;
            if (step.State == StepState.Done || (step.State == StepState.Failed && !isReplay))
            {
                await Tell(envelope, award, name, cancellation);
                return award;
            }

            var now = time.GetUtcNow();
            if (step.IsClaimed(now))
            {
                await Again(envelope, award, name, step.Until!.Value - now + Early, cancellation);
                return award;
            }

            if (!isReplay && step is { State: StepState.Waiting or StepState.Submitted } && step.Until > now + Early)
                return award;
            if (!award.IsDue(name))
                return award;

            var work = _works[name];
            var institution = institutions.Get(award.Id.Institution);
            var connection = institution.Connection(work.Role)
                ?? throw new InvalidOperationException($"The institution '{institution.Id}' has no {work.Role} connection any more; give it one or replay the step later.");
            if (!isReplay && envelope.Slot is null && await PutOff(envelope, institution, connection, award, step, cancellation))
                return award;

            if (await Claim(award, step, isReplay, cancellation) is { } claimed)
                return await Act(envelope, work, new(institution, connection, institution.MicroCredentials[award.MicroCredential], award, step), claimed, cancellation);

            var dossier = await dossiers.Read(award.Id.Dossier, cancellation);
            award = dossier.Award(award.Id.Cycle)!;
        }
    }

    /// <summary>Takes a slot; where it lies ahead the message waits for it, and a person can see what for.</summary>
    private async Task<bool> PutOff(Envelope envelope, Institution institution, Connection connection, Award award, Step step, CancellationToken cancellation)
    {
        var slot = await switchboard.Reserve(institution, connection, cancellation);
        var now = time.GetUtcNow();
        if (!slot.IsDown && slot.At - now <= Switchboard.Short)
        {
            if (slot.At > now)
                await Task.Delay(slot.At - now, time, cancellation);
            return false;
        }

        if (slot.IsDown && step.State == StepState.Pending)
        {
            var waiting = step with { State = StepState.Waiting, Updated = now, Until = slot.At, Fault = OutsideFault.Unavailable, Error = $"The {connection.Kind} system does not answer." };
            if (await dossiers.Save(award.Id, [waiting], [], cancellation) is null)
                return false;
        }

        var again = Envelope.Of(envelope.Id, MessageKinds.Step, award.Id, step.Name) with { Slot = slot.IsDown ? null : slot.At };
        await queues.Send(QueueNames.Of(step.Name), again, slot.At - now, cancellation);
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

        if (step is { State: StepState.Running, Name: StepName.Channel or StepName.Learner })
        {
            HubMetrics.Repeated(award.Id.Institution, step.Name);
            entries.Add(new(award.Id.Cycle, now, TimelineEvent.Repeated, step.Name));
        }

        var claimed = step with
        {
            State = StepState.Running,
            Attempts = step.State == StepState.Submitted ? step.Attempts : step.Attempts + 1,
            Updated = now,
            Until = now + options.Claim,
            Since = isReplay ? null : step.Since,
        };
        return (await dossiers.Save(award.Id, [claimed], entries, cancellation))?[0];
    }

    private async Task<Award> Act(Envelope envelope, IStepWork work, StepContext context, Step claimed, CancellationToken cancellation)
    {
        StepResult result;
        try
        {
            result = await switchboard.Call(context.Institution, context.Connection, () => work.Do(context, cancellation), cancellation);
        }
        catch (OutsideException failure)
        {
    return await Failed(envelope, context, claimed, failure, cancellation);
        }
        catch (Exception)
        {
            // A mistake in the hub: the claim is given back so that the next delivery does not wait for it, and the host counts.
            await dossiers.Save(context.Award.Id, [claimed with { State = StepState.Pending, Until = null }], [], CancellationToken.None);
            throw;
        }

        return await Succeeded(envelope, context, claimed, result, cancellation);
    }

    private async Task<Award> Succeeded(Envelope envelope, StepContext context, Step claimed, StepResult result, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var submitted = result.State == StepState.Submitted;
        var confirmIn = submitted ? ConfirmIn(context, now) : (TimeSpan?)null;
        var step = claimed with
        {
            State = result.State,
            Updated = now,
            Until = now + confirmIn,
            Error = null,
            Fault = null,
            Since = submitted ? context.Step.State == StepState.Submitted ? claimed.Since : now : null,
            Reference = result.Reference ?? claimed.Reference,
            Link = result.Link ?? claimed.Link,
        };
        var isNews = context.Step.State != StepState.Submitted || !submitted;
        var entry = new TimelineEntry(context.Award.Id.Cycle, now, submitted ? TimelineEvent.Submitted : TimelineEvent.Done, step.Name, step.Reference);
        var award = await Write(context.Award, step, isNews ? [entry] : [], cancellation);
        if (context.Step.State == StepState.Failed)
            await attention.StepGoesOn(award.Id, step.Name, cancellation);
        if (confirmIn is { } delay)
            await Again(envelope, award, step.Name, delay, cancellation);
        if (!submitted)
            await Tell(envelope, award, step.Name, cancellation);
        return award;
    }

    private async Task<Award> Failed(Envelope envelope, StepContext context, Step claimed, OutsideException failure, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var since = context.Step.State == StepState.Submitted ? now : claimed.Since ?? now;
        var forGood = !failure.IsTransient || now - since > options.GiveUpAfter;
        var delay = Backoff.Next(options, now - since, failure.RetryAfter);
        var step = claimed with
        {
            State = forGood ? StepState.Failed : StepState.Waiting,
            Updated = now,
            Until = forGood ? null : now + delay,
            Error = failure.Message,
            Fault = failure.Fault,
            Since = since,
        };
        var award = context.Award;
        var entry = new TimelineEntry(award.Id.Cycle, now, forGood ? TimelineEvent.Failed : TimelineEvent.Postponed, step.Name, failure.Message);
        award = await Write(award, step, [entry], cancellation);
        if (!forGood)
        {
            await Again(envelope, award, step.Name, delay, cancellation);
            return award;
        }

        await attention.StepFailed(award.Id, step, cancellation);
        await Tell(envelope, award, step.Name, cancellation);
        return award;
    }

    /// <summary>Writes how a claimed step ended. Who lost the claim meanwhile leaves the word to who holds it now: that worker looks up what is already there.</summary>
    private async Task<Award> Write(Award award, Step step, IReadOnlyList<TimelineEntry> entries, CancellationToken cancellation)
    {
        HubMetrics.Step(award.Id.Institution, step.Name, step.State);
        var saved = await dossiers.Save(award.Id, [step], entries, cancellation);
        return award with { Steps = [.. award.Steps.Select(other => other.Name == step.Name ? saved?[0] ?? other : other)] };
    }

    /// <summary>Confirmations are asked for as long again as has passed, up to a day.</summary>
    private static TimeSpan ConfirmIn(StepContext context, DateTimeOffset now)
    {
        var every = context.Connection.ConfirmEvery;
        var passed = context.Step is { State: StepState.Submitted, Since: { } submitted } ? now - submitted : TimeSpan.Zero;
        return passed < every ? every : passed < TimeSpan.FromDays(1) ? passed : TimeSpan.FromDays(1);
    }

    private Task Again(Envelope envelope, Award award, StepName step, TimeSpan delay, CancellationToken cancellation) =>
        queues.Send(QueueNames.Of(step), Envelope.Of(envelope.Id, MessageKinds.Step, award.Id, step), delay, cancellation);

    private Task Tell(Envelope envelope, Award award, StepName step, CancellationToken cancellation) =>
        step is StepName.Channel or StepName.Learner
            ? award.IsAtRest ? index.Close(award.Id, award.Opened, cancellation) : Task.CompletedTask
            : queues.Send(QueueNames.Notices, Envelope.Of(envelope.Id, MessageKinds.Ended, award.Id, step), delay: null, cancellation);
}
