using IntegrationHub.Core.Erasures;
using IntegrationHub.Core.Messaging;
using IntegrationHub.Core.Pipeline;

namespace IntegrationHub.Core.Credentials;

/// <summary>Badges are issued, and what people say of them is carried through.</summary>
public sealed class BadgesStage(StepRunner steps, StandingWork standing, Eraser eraser)
{
    /// <summary>Handles one message of the queue.</summary>
    public Task Handle(Envelope envelope, CancellationToken cancellation) => envelope.Kind switch
    {
        MessageKinds.Standing => standing.Do(StandingChange.Parse(envelope.Ref), cancellation),
        MessageKinds.Erase => eraser.Erase(envelope.Institution, envelope.Ref!, cancellation),
        _ => steps.Handle(envelope, cancellation),
    };
}
