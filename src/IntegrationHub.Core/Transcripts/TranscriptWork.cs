using IntegrationHub.Core.Awards;
using IntegrationHub.Core.Institutions;
using IntegrationHub.Core.Learners;
using IntegrationHub.Core.Pipeline;

namespace IntegrationHub.Core.Transcripts;

/// <summary>Writes the transcript entry; submitted is not recorded until the SIS says so (law 9).</summary>
public sealed class TranscriptWork(ILearners learners, IEnumerable<ISis> systems) : IStepWork
{
    private readonly Dictionary<string, ISis> _systems = systems.ToDictionary(sis => sis.Kind);

    /// <inheritdoc/>
    public StepName Name => StepName.Transcript;

    /// <inheritdoc/>
    public ConnectionRole Role => ConnectionRole.Sis;

    /// <inheritdoc/>
    public async Task<StepResult> Do(StepContext context, CancellationToken cancellation)
    {
        var learner = await learners.Get(context, cancellation);
        var entry = new TranscriptEntry(
            context.Award.Id.ToString(), learner.PersonId, context.MicroCredential.Record, context.MicroCredential.Summary.Title, context.Award.Earned);
        var sis = _systems[context.Connection.Kind];
        var recording = context.Step.Reference is { } reference
            ? await sis.Confirm(context.Institution, context.Connection, entry, reference, cancellation)
            : await sis.Record(context.Institution, context.Connection, entry, cancellation);
        return new(recording.Recorded ? StepState.Done : StepState.Submitted, recording.Reference);
    }
}
