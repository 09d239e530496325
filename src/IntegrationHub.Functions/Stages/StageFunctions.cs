using IntegrationHub.Core.Awarding;
using IntegrationHub.Core.Erasure;
using IntegrationHub.Core.Messaging;
using IntegrationHub.Core.Notices;
using IntegrationHub.Core.Reconciliation;
using IntegrationHub.Core.Steps;
using Microsoft.Azure.Functions.Worker;

namespace IntegrationHub.Functions.Stages;

/// <summary>Deliveries become evidence, evidence becomes awards.</summary>
public sealed class CompletionsFunction(Stage stage, CompletionsStage completions)
{
    /// <summary>Takes one message.</summary>
    [Function("Completions")]
    public Task Run([QueueTrigger(QueueNames.Completions)] string message, CancellationToken cancellation) =>
        stage.Run(QueueNames.Completions, message, completions.Handle, cancellation);
}

/// <summary>Writes transcript entries.</summary>
public sealed class TranscriptsFunction(Stage stage, StepRunner steps)
{
    /// <summary>Takes one message.</summary>
    [Function("Transcripts")]
    public Task Run([QueueTrigger(QueueNames.Transcripts)] string message, CancellationToken cancellation) =>
        stage.Run(QueueNames.Transcripts, message, steps.Handle, cancellation);
}

/// <summary>Issues badges, and carries through what people say of them.</summary>
public sealed class BadgesFunction(Stage stage, BadgesStage badges)
{
    /// <summary>Takes one message.</summary>
    [Function("Badges")]
    public Task Run([QueueTrigger(QueueNames.Badges)] string message, CancellationToken cancellation) =>
        stage.Run(QueueNames.Badges, message, badges.Handle, cancellation);
}

/// <summary>Tells the channel and the learner.</summary>
public sealed class NoticesFunction(Stage stage, NoticesStage notices)
{
    /// <summary>Takes one message.</summary>
    [Function("Notices")]
    public Task Run([QueueTrigger(QueueNames.Notices)] string message, CancellationToken cancellation) =>
        stage.Run(QueueNames.Notices, message, notices.Handle, cancellation);
}

/// <summary>Compares what LMSs say with what the hub knows.</summary>
public sealed class ReconciliationsFunction(Stage stage, ReconciliationsStage reconciliations)
{
    /// <summary>Takes one message.</summary>
    [Function("Reconciliations")]
    public Task Run([QueueTrigger(QueueNames.Reconciliations)] string message, CancellationToken cancellation) =>
        stage.Run(QueueNames.Reconciliations, message, reconciliations.Handle, cancellation);
}
