using IntegrationHub.Core.Messaging;
using Microsoft.Azure.Functions.Worker;

namespace IntegrationHub.Functions.Stages;

/// <summary>A function for each queue; what a message asks for is its handler's.</summary>
public sealed class StageFunctions(Stage stage)
{
    /// <summary>Deliveries become evidence, evidence becomes awards.</summary>
    [Function("Completions")]
    public Task Completions([QueueTrigger(QueueNames.Completions)] string message, CancellationToken cancellation) =>
        stage.Run(QueueNames.Completions, message, cancellation);

    /// <summary>Writes transcript entries.</summary>
    [Function("Transcripts")]
    public Task Transcripts([QueueTrigger(QueueNames.Transcripts)] string message, CancellationToken cancellation) =>
        stage.Run(QueueNames.Transcripts, message, cancellation);

    /// <summary>Issues badges, and carries through what people say of them.</summary>
    [Function("Badges")]
    public Task Badges([QueueTrigger(QueueNames.Badges)] string message, CancellationToken cancellation) =>
        stage.Run(QueueNames.Badges, message, cancellation);

    /// <summary>Tells the channel and the learner.</summary>
    [Function("Notices")]
    public Task Notices([QueueTrigger(QueueNames.Notices)] string message, CancellationToken cancellation) =>
        stage.Run(QueueNames.Notices, message, cancellation);

    /// <summary>Compares what LMSs say with what the hub knows.</summary>
    [Function("Reconciliations")]
    public Task Reconciliations([QueueTrigger(QueueNames.Reconciliations)] string message, CancellationToken cancellation) =>
        stage.Run(QueueNames.Reconciliations, message, cancellation);

    /// <summary>Erases learners' data.</summary>
    [Function("Erasures")]
    public Task Erasures([QueueTrigger(QueueNames.Erasures)] string message, CancellationToken cancellation) =>
        stage.Run(QueueNames.Erasures, message, cancellation);
}
