using IntegrationHub.Core.Attention;
using IntegrationHub.Core.Intake;
using IntegrationHub.Core.Lms;
using IntegrationHub.Core.Messaging;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;

namespace IntegrationHub.Core.Awarding;

/// <summary>Deliveries become completions, each with its own message; what cannot be read waits for a person.</summary>
public sealed class CompletionsStage(
    IInstitutions institutions,
    Readers readers,
    IPayloads payloads,
    IQueues queues,
    Attribution attribution,
    DossierStage dossiers,
    AttentionRaiser attention,
    HeldCompletions held)
{
    /// <summary>Handles one message of the queue.</summary>
    public Task Handle(Envelope envelope, CancellationToken cancellation) => envelope.Kind switch
    {
        MessageKinds.Delivery or MessageKinds.Completion => Take(envelope, cancellation),
        MessageKinds.Release => held.Release(envelope.Institution, envelope.Ref!, cancellation),
        MessageKinds.Part or MessageKinds.Act or MessageKinds.Move or MessageKinds.Recognition => dossiers.Handle(envelope, cancellation),
        _ => throw new FormatException($"The queue '{QueueNames.Completions}' takes no '{envelope.Kind}' message."),
    };

    private async Task Take(Envelope envelope, CancellationToken cancellation)
    {
        var reference = DeliveryReference.Parse(envelope.Ref);
        var address = reference?.Address ?? await payloads.Keep(envelope.Institution, envelope.Id, envelope.Payload!, cancellation);
        var stored = envelope.Payload ?? await payloads.Read(address, cancellation);
        var institution = institutions.Get(envelope.Institution);
        if (stored is null)
        {
            const string gone = "The kept payload is gone: its time was over, or it was erased.";
            await attention.Raise(MessageFailed.Of(institution.Id, QueueNames.Completions, envelope.Id, gone), cancellation);
            return;
        }

        if (!institution.Sources.TryGetValue(stored.Source, out var source))
        {
            await Unreadable(stored.Source, "The institution has no such source any more.");
            return;
        }

        var reading = readers.Read(source, stored);
        if ((reading.IsForeign ? "It is of none of the accounts or sites that the source states by now." : reading.Fault) is { } fault)
        {
            await Unreadable(source.Name, fault);
            return;
        }

        var only = reference?.EventId;
        var completions = reading.Completions.Where(completion => only is null || completion.EventId == only).DistinctBy(c => c.EventId).ToList();
        if (only is not null && completions.Count == 0)
        {
            // Its id may be made of what the source's settings read: with other settings it has another.
            await Unreadable(source.Name, "What waited is read differently now: try again to read all of the delivery.");
            return;
        }

        if (completions.Count == 1)
        {
            await attribution.Take(envelope, institution, source, completions[0], address, cancellation);
            return;
        }

        // Most of a night's batch of grades leads nowhere: no message for each.
        foreach (var completion in completions.Where(completion => !Attribution.LeadsNowhere(institution, source, completion)))
            await queues.Send(
                QueueNames.Completions,
                Envelope.Of(envelope.Id, institution.Id, MessageKinds.Completion, new DeliveryReference(address, completion.EventId).ToString()),
                delay: null,
                cancellation);

        async Task Unreadable(string name, string fault)
        {
            var waiting = await held.Hold(envelope.Id, eventId: null, address, cancellation);
            await attention.Raise(UnreadableDelivery.Of(institution.Id, name, fault, waiting), waiting, cancellation);
        }
    }
}
