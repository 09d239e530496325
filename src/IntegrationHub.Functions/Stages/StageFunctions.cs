using IntegrationHub.Core.Messaging;
using Microsoft.Azure.Functions.Worker;

namespace IntegrationHub.Functions.Stages;

/// <summary>
/// Two functions for each queue: its messages go to their handlers, and what failed for good becomes a failed step or an attention
/// item (law 8).
/// </summary>
public sealed class StageFunctions(Stage stage)
{
    /// <summary>Deliveries become evidence, evidence becomes awards.</summary>
    [Function("Completions")]
    public Task Completions([QueueTrigger(QueueNames.Completions)] string message, CancellationToken cancellation) =>
        stage.Run(QueueNames.Completions, message, cancellation);

    /// <summary>Owns what failed there for good.</summary>
    [Function("CompletionsPoison")]
    public Task CompletionsPoison(
        [QueueTrigger(QueueNames.Completions + QueueNames.PoisonSuffix)] string message,
        CancellationToken cancellation) => stage.Fail(QueueNames.Completions, message, cancellation);

    /// <summary>Writes transcript entries.</summary>
    [Function("Transcripts")]
    public Task Transcripts([QueueTrigger(QueueNames.Transcripts)] string message, CancellationToken cancellation) =>
        stage.Run(QueueNames.Transcripts, message, cancellation);

    /// <summary>Owns what failed there for good.</summary>
    [Function("TranscriptsPoison")]
    public Task TranscriptsPoison(
        [QueueTrigger(QueueNames.Transcripts + QueueNames.PoisonSuffix)] string message,
        CancellationToken cancellation) => stage.Fail(QueueNames.Transcripts, message, cancellation);

    /// <summary>Issues badges, and carries through what people say of them.</summary>
    [Function("Badges")]
    public Task Badges([QueueTrigger(QueueNames.Badges)] string message, CancellationToken cancellation) =>
        stage.Run(QueueNames.Badges, message, cancellation);

    /// <summary>Owns what failed there for good.</summary>
    [Function("BadgesPoison")]
    public Task BadgesPoison(
        [QueueTrigger(QueueNames.Badges + QueueNames.PoisonSuffix)] string message,
        CancellationToken cancellation) => stage.Fail(QueueNames.Badges, message, cancellation);

    /// <summary>Tells the channel and the learner.</summary>
    [Function("Notices")]
    public Task Notices([QueueTrigger(QueueNames.Notices)] string message, CancellationToken cancellation) =>
        stage.Run(QueueNames.Notices, message, cancellation);

    /// <summary>Owns what failed there for good.</summary>
    [Function("NoticesPoison")]
    public Task NoticesPoison(
        [QueueTrigger(QueueNames.Notices + QueueNames.PoisonSuffix)] string message,
        CancellationToken cancellation) => stage.Fail(QueueNames.Notices, message, cancellation);

    /// <summary>Compares what LMSs say with what the hub knows.</summary>
    [Function("Reconciliations")]
    public Task Reconciliations([QueueTrigger(QueueNames.Reconciliations)] string message, CancellationToken cancellation) =>
        stage.Run(QueueNames.Reconciliations, message, cancellation);

    /// <summary>Owns what failed there for good.</summary>
    [Function("ReconciliationsPoison")]
    public Task ReconciliationsPoison(
        [QueueTrigger(QueueNames.Reconciliations + QueueNames.PoisonSuffix)] string message,
        CancellationToken cancellation) => stage.Fail(QueueNames.Reconciliations, message, cancellation);

    /// <summary>Erases learners' data.</summary>
    [Function("Erasures")]
    public Task Erasures([QueueTrigger(QueueNames.Erasures)] string message, CancellationToken cancellation) =>
        stage.Run(QueueNames.Erasures, message, cancellation);

    /// <summary>Owns what failed there for good.</summary>
    [Function("ErasuresPoison")]
    public Task ErasuresPoison(
        [QueueTrigger(QueueNames.Erasures + QueueNames.PoisonSuffix)] string message,
        CancellationToken cancellation) => stage.Fail(QueueNames.Erasures, message, cancellation);
}
