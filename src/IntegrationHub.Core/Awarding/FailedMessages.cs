using IntegrationHub.Core.Attention;
using IntegrationHub.Core.Messaging;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Steps;

namespace IntegrationHub.Core.Awarding;

/// <summary>Owns the poison (law 8): what failed for good by a mistake in the hub becomes a failed step and an attention item.</summary>
public sealed class FailedMessages(IDossiers dossiers, IPayloads payloads, HeldCompletions held, AttentionRaiser attention, TimeProvider time)
{
    private const string TheHubItself = "The hub itself failed at this step; its log says where.";

    /// <summary>Takes a message off a poison queue.</summary>
    public async Task Handle(string queue, Envelope envelope, CancellationToken cancellation)
    {
        if (envelope.Kind is MessageKinds.Step or MessageKinds.Replay or MessageKinds.Ended)
            await FailStep(queue, envelope, cancellation);
        else if (envelope.Kind is MessageKinds.Delivery or MessageKinds.Completion)
            await attention.Raise(MessageFailed.Of(envelope.Institution, queue, envelope.Id), await Waiting(envelope, cancellation), cancellation);
        else if (envelope.Kind == MessageKinds.Alert)
            await attention.Raise(MessageFailed.Of(envelope.Institution, nameof(ConnectionRole.Channel), "alert"), cancellation);
        else if (MessageKinds.CanBeSentAgain(envelope.Kind))
            await attention.Raise(MessageFailed.Of(envelope.Institution, queue, $"{envelope.Kind} {envelope.Ref}"), cancellation);
        else
            await attention.Raise(MessageFailed.Of(envelope.Institution, queue, envelope.Ref?.Split('/')[0] ?? envelope.Id), cancellation);
    }

    /// <summary>Takes text off a poison queue that is no message of the hub's: it is kept, and a person told where.</summary>
    public async Task Keep(string queue, string text, CancellationToken cancellation)
    {
        var address = await payloads.Keep(AttentionItem.OfTheHub, TrackingId.New(), new(queue, time.GetUtcNow(), new Dictionary<string, string>(), text), cancellation);
        await attention.Raise(MessageFailed.Of(AttentionItem.OfTheHub, queue, address), cancellation);
    }

    private async Task FailStep(string queue, Envelope envelope, CancellationToken cancellation)
    {
        var (id, name) = envelope.AboutStep();
        while (true)
        {
            var dossier = await dossiers.Read(id.Dossier, cancellation);
            var known = dossier.Award(id.Cycle)?.Steps.FirstOrDefault(step => step.Name == name);
            if (envelope.Kind != MessageKinds.Ended && known is { State: StepState.Failed, Error: TheHubItself } own)
            {
                await attention.RaiseOnce(StepFailed.Of(id, own.Name, own.Error), cancellation);
                return;
            }

            if (dossier.Award(id.Cycle) is not { } award || envelope.Kind == MessageKinds.Ended || award[name].HasEnded)
            {
                await attention.Raise(MessageFailed.Of(envelope.Institution, queue, envelope.Ref!), cancellation);
                return;
            }

            var now = time.GetUtcNow();
            var failed = award[name] with { State = StepState.Failed, Error = TheHubItself, Updated = now, Until = null };
            if (await dossiers.Save(id, [failed], [new(id.Cycle, now, TimelineEvent.Failed, name, TheHubItself)], cancellation) is null)
                continue;
            await attention.Raise(StepFailed.Of(id, failed.Name, failed.Error), cancellation);
            return;
        }
    }

    private async Task<WaitingCompletion> Waiting(Envelope envelope, CancellationToken cancellation)
    {
        var reference = DeliveryReference.Parse(envelope.Ref);
        var address = reference?.Address ?? await payloads.Keep(envelope.Institution, envelope.Id, envelope.Payload!, cancellation);
        return await held.Hold(envelope.Id, reference?.EventId, address, cancellation);
    }
}
