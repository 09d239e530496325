using IntegrationHub.Core.Attention;
using IntegrationHub.Core.Failures;
using IntegrationHub.Core.Messaging;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Telemetry;

namespace IntegrationHub.Core.Steps;

/// <summary>Writes down how a claimed step went, and sends what follows from it.</summary>
public sealed class StepOutcomes(
    IDossiers dossiers,
    IAwardIndex index,
    IQueues queues,
    AttentionRaiser attention,
    PipelineOptions options,
    TimeProvider time)
{
    /// <summary>The step is done, or submitted.</summary>
    /// <returns>The award as it is afterwards.</returns>
    public async Task<Award> Succeeded(
        Envelope envelope,
        StepContext context,
        Step claimed,
        StepResult result,
        TimeSpan took,
        CancellationToken cancellation)
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
            Since = submitted
                ? context.Step.State == StepState.Submitted
                    ? claimed.Since
                    : now
                : null,
            Reference = result.Reference ?? claimed.Reference,
            Link = result.Link ?? claimed.Link,
        };
        var isNews = context.Step.State != StepState.Submitted || !submitted;
        var entry = new TimelineEntry(
            context.Award.Id.Cycle,
            now,
            submitted ? TimelineEvent.Submitted : TimelineEvent.Done,
            step.Name,
            step.Reference);
        if (await Write(context.Award, step, took, isNews ? [entry] : [], cancellation) is not { } award)
            return context.Award;
        if (confirmIn is { } delay)
            await Again(envelope, award, step.Name, delay, cancellation);
        if (!submitted)
            await Tell(envelope, award, step.Name, cancellation);
        return award;
    }

    /// <summary>The outside system did not do it: later, or never.</summary>
    /// <returns>The award as it is afterwards.</returns>
    public async Task<Award> Failed(
        Envelope envelope,
        StepContext context,
        Step claimed,
        OutsideException failure,
        TimeSpan took,
        CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var since = context.Step.State == StepState.Submitted ? now : claimed.Since ?? now;
        var patience = failure.Fault == OutsideFault.Unreadable ? options.GiveUpUnreadableAfter() : options.GiveUpAfter;
        var forGood = !failure.IsTransient || now - since > patience;
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
        var entry = new TimelineEntry(
            context.Award.Id.Cycle,
            now,
            forGood ? TimelineEvent.Failed : TimelineEvent.Postponed,
            step.Name,
            failure.Message);
        if (await Write(context.Award, step, took, [entry], cancellation) is not { } award)
            return context.Award;
        if (!forGood)
        {
            await Again(envelope, award, step.Name, delay, cancellation);
            return award;
        }

        await attention.Raise(StepFailed.Of(award.Id, step.Name, step.Error), cancellation);
        await Tell(envelope, award, step.Name, cancellation);
        return award;
    }

    /// <summary>The step had ended before: whoever wrote that may have been lost before people and the other steps heard of it.</summary>
    public async Task HadEnded(Envelope envelope, Award award, Step step, CancellationToken cancellation)
    {
        if (step.State == StepState.Failed && !(await dossiers.Read(award.Id.Dossier, cancellation)).IsGone(award.Id.Cycle, step.Name))
            await attention.RaiseOnce(StepFailed.Of(award.Id, step.Name, step.Error), cancellation);
        await Tell(envelope, award, step.Name, cancellation);
    }

    /// <summary>Writes how a claimed step ended.</summary>
    /// <returns>Null for who lost the claim meanwhile: who holds it now looks up what is already there, and tells of it.</returns>
    private async Task<Award?> Write(
        Award award,
        Step step,
        TimeSpan took,
        IReadOnlyList<TimelineEntry> entries,
        CancellationToken cancellation)
    {
        HubMetrics.Step(award.Id.Institution, step.Name, step.State, took);
        if (await dossiers.Save(award.Id, [step], entries, cancellation) is [var saved])
            return award with { Steps = [.. award.Steps.Select(other => other.Name == step.Name ? saved : other)] };

        // The answer to a write may be lost; its repetition then meets the row that it wrote itself.
        var now = (await dossiers.Read(award.Id.Dossier, cancellation)).Award(award.Id.Cycle);
        return now is not null && now[step.Name] with { Version = step.Version } == step ? now : null;
    }

    /// <summary>Confirmations are asked for as long again as has passed, up to a day.</summary>
    private static TimeSpan ConfirmIn(StepContext context, DateTimeOffset now)
    {
        var every = context.Connection.ConfirmEvery;
        var passed = context.Step is { State: StepState.Submitted, Since: { } submitted } ? now - submitted : TimeSpan.Zero;
        return passed < every ? every
            : passed < TimeSpan.FromDays(1) ? passed
            : TimeSpan.FromDays(1);
    }

    /// <summary>A step that had failed goes on, or its award is erased: nobody needs to look any more.</summary>
    public Task GoesOn(Award award, StepName step, CancellationToken cancellation) =>
        attention.Settle(StepFailed.Of(award.Id, step), cancellation);

    /// <summary>Lets the step come again after a while.</summary>
    public Task Again(Envelope envelope, Award award, StepName step, TimeSpan delay, CancellationToken cancellation) =>
        queues.Send(Envelope.Of(envelope.Id, new StepDue(award.Id, step)), delay, cancellation);

    /// <summary>A step has ended: Notices must hear of it, or the award is at rest.</summary>
    public Task Tell(Envelope envelope, Award award, StepName step, CancellationToken cancellation) =>
        step is StepName.Channel or StepName.Learner
            ? award.IsAtRest
                ? index.Close(award.Id, award.Opened, cancellation)
                : Task.CompletedTask
            : queues.Send(envelope.Id, new StepEnded(award.Id, step), cancellation);
}
