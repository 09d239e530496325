using IntegrationHub.Core.Messaging;
using IntegrationHub.Core.Steps;

namespace IntegrationHub.Core.Erasure;

/// <summary>Badges are issued, suspended and revoked; learners are erased.</summary>
public sealed class BadgesStage(StepRunner steps, Eraser eraser)
{
    /// <summary>Handles one message of the queue.</summary>
    public Task Handle(Envelope envelope, CancellationToken cancellation) => envelope.Kind switch
    {
        MessageKinds.Erase => eraser.Erase(envelope.Institution, envelope.Ref!, cancellation),
        _ => steps.Handle(envelope, cancellation),
    };
}
