using IntegrationHub.Core.Messaging;
using Microsoft.Azure.Functions.Worker;

namespace IntegrationHub.Functions.Stages;

/// <summary>Own the poison: what failed for good becomes a failed step and an attention item.</summary>
public sealed class PoisonFunctions(Stage stage)
{
    /// <summary>Takes one message that the completions stage could not.</summary>
    [Function("CompletionsPoison")]
    public Task Completions(
        [QueueTrigger(QueueNames.Completions + QueueNames.PoisonSuffix)] string message,
        CancellationToken cancellation) => stage.Fail(QueueNames.Completions, message, cancellation);


    /// <summary>Takes one message that the transcripts stage could not.</summary>
    [Function("TranscriptsPoison")]
    public Task Transcripts(
        [QueueTrigger(QueueNames.Transcripts + QueueNames.PoisonSuffix)] string message,
        CancellationToken cancellation) => stage.Fail(QueueNames.Transcripts, message, cancellation);

    /// <summary>Takes one message that the badges stage could not.</summary>
    [Function("BadgesPoison")]
    public Task Badges([QueueTrigger(QueueNames.Badges + QueueNames.PoisonSuffix)] string message, CancellationToken cancellation) =>
        stage.Fail(QueueNames.Badges, message, cancellation);

    /// <summary>Takes one message that the notices stage could not.</summary>
    [Function("NoticesPoison")]
    public Task Notices([QueueTrigger(QueueNames.Notices + QueueNames.PoisonSuffix)] string message, CancellationToken cancellation) =>
        stage.Fail(QueueNames.Notices, message, cancellation);

    /// <summary>Takes one message that the reconciliations stage could not.</summary>
    [Function("ReconciliationsPoison")]
    public Task Reconciliations(
        [QueueTrigger(QueueNames.Reconciliations + QueueNames.PoisonSuffix)] string message,
        CancellationToken cancellation) => stage.Fail(QueueNames.Reconciliations, message, cancellation);

    /// <summary>Takes one message that the erasures stage could not.</summary>
    [Function("ErasuresPoison")]
    public Task Erasures([QueueTrigger(QueueNames.Erasures + QueueNames.PoisonSuffix)] string message, CancellationToken cancellation) =>
        stage.Fail(QueueNames.Erasures, message, cancellation);
}
