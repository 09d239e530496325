using IntegrationHub.Core.Messaging;
using IntegrationHub.Core.Pipeline;
using Microsoft.Azure.Functions.Worker;

namespace IntegrationHub.Functions;

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

/// <summary>Issues badges.</summary>
public sealed class BadgesFunction(Stage stage, StepRunner steps)
{
    /// <summary>Takes one message.</summary>
    [Function("Badges")]
    public Task Run([QueueTrigger(QueueNames.Badges)] string message, CancellationToken cancellation) =>
        stage.Run(QueueNames.Badges, message, steps.Handle, cancellation);
}

/// <summary>Tells the channel and the learner.</summary>
public sealed class NoticesFunction(Stage stage, NoticesStage notices)
{
    /// <summary>Takes one message.</summary>
    [Function("Notices")]
    public Task Run([QueueTrigger(QueueNames.Notices)] string message, CancellationToken cancellation) =>
        stage.Run(QueueNames.Notices, message, notices.Handle, cancellation);
}
