using IntegrationHub.Core.Learners;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.MicroCredentials;
using IntegrationHub.Core.Steps;

namespace IntegrationHub.Core.Transcripts;

/// <summary>
/// Brings the transcript entry to where the award is, in the SIS or in the registrar's batch file; submitted is not
/// recorded until the registrar's side says so (law 9). A suspension is temporary and leaves the record alone.
/// </summary>
public sealed class TranscriptWork(ILearners learners, IEnumerable<ISis> systems, BatchFileLines lines, OtherCycles others) : IStepWork
{
    private readonly Dictionary<string, ISis> _systems = systems.ToDictionary(sis => sis.Kind);

    /// <inheritdoc/>
    public StepName Name => StepName.Transcript;

    /// <inheritdoc/>
    public ConnectionRole Role => ConnectionRole.Sis;

    /// <inheritdoc/>
    public Task<StepResult> Do(StepContext context, CancellationToken cancellation) => (context.Step.Goal, IsByFile(context)) switch
    {
        (CredentialStatus.Suspended, _) => Task.FromResult(new StepResult(StepState.Done)),
        (CredentialStatus.Revoked, false) => Withdraw(context, cancellation),
        (CredentialStatus.Revoked, true) => ByFile(context, RecordAction.Withdraw, cancellation),
        (_, true) => ByFile(context, RecordAction.Enter, cancellation),
        _ => Record(context, cancellation),
    };

    /// <summary>An entry is corrected where it was made, also after the catalogue has turned to another target.</summary>
    private static bool IsByFile(StepContext context) => context.Step.Reference is { } reference
        ? RecordPlace.TryParse(reference, out _)
        : context.MicroCredential.Record.IsByFile;

    private async Task<StepResult> Record(StepContext context, CancellationToken cancellation)
    {
        var (sis, entry) = await Entry(context, cancellation);
        if (context.Step is { State: StepState.Submitted, Reference: { } reference })
            return Result(await sis.Confirm(context.Institution, context.Connection, entry, reference, cancellation));
        await others.LetEarlierEnd(context, cancellation);
        return Result(await sis.Record(context.Institution, context.Connection, entry, cancellation));
    }

    /// <summary>Looks up before it writes and asks for the same each time: a repeat confirms what was submitted before.</summary>
    private async Task<StepResult> Withdraw(StepContext context, CancellationToken cancellation)
    {
        if (await others.RestOnIt(context, other => HasItsOwn(context, other), cancellation))
            return new(StepState.Done);
        var (sis, entry) = await Entry(context, cancellation);
        return await sis.Withdraw(context.Institution, context.Connection, entry, context.Step.Reference, cancellation) is { } recording
            ? Result(recording)
            : new(StepState.Done);
    }

    /// <summary>
    /// A section has one grade, whose id changes when the registrar rolls it; a non-course record is a row for each day on which it was
    /// earned, though earlier releases wrote one row for all.
    /// </summary>
    private static bool HasItsOwn(StepContext context, Award other) =>
        context.MicroCredential.Record.Kind == RecordTargetKind.NonCourse
        && (OtherCycles.HaveOtherIds(context, other)
            ?? context.Institution.DayOf(other.Earned) != context.Institution.DayOf(context.Award.Earned));

    private async Task<StepResult> ByFile(StepContext context, RecordAction action, CancellationToken cancellation)
    {
        var asked = context.Step.State == StepState.Submitted && RecordPlace.TryParse(context.Step.Reference, out var submitted)
            ? submitted
            : await lines.Ask(context, action, cancellation);
        return asked is { } place
            ? new(await lines.IsLoaded(place, cancellation) ? StepState.Done : StepState.Submitted, place.ToString())
            : new(StepState.Done);
    }

    private async Task<(ISis Sis, TranscriptEntry Entry)> Entry(StepContext context, CancellationToken cancellation)
    {
        var learner = await learners.Get(context, cancellation);
        return (
            _systems[context.Connection.Kind],
            new(
                context.Award.Id.ToString(),
                learner.PersonId,
                context.MicroCredential.Record,
                context.MicroCredential.Summary.Title,
                context.Award.Earned,
                context.Step.Reference));
    }

    private static StepResult Result(Recording recording) =>
        new(recording.Recorded ? StepState.Done : StepState.Submitted, recording.Reference);
}
