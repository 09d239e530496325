using IntegrationHub.Core.Attention;
using IntegrationHub.Core.Intake;
using IntegrationHub.Core.Lms;
using IntegrationHub.Core.Messaging;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;

namespace IntegrationHub.Core.Awarding;

/// <summary>Deliveries become completions, each with its own message; what cannot be read waits for a person.</summary>
public sealed class DeliveryHandler(
    IInstitutions institutions,
    Readers readers,
    IPayloads payloads,
    IQueues queues,
    Attribution attribution,
    HeldDeliveries held,
    FailedMessages failed) : IHandle<DeliveryArrived>, IHandle<DeliveryKept>
{
    /// <inheritdoc/>
    public async Task Handle(DeliveryArrived message, Envelope envelope, CancellationToken cancellation) =>
        await Take(envelope, await payloads.Keep(message, envelope, cancellation), message.Delivery, cancellation);

    /// <inheritdoc/>
    public async Task Handle(DeliveryKept message, Envelope envelope, CancellationToken cancellation) =>
        await Take(envelope, message, await payloads.Read(message.Address, cancellation), cancellation);

    private async Task Take(Envelope envelope, DeliveryKept kept, StoredDelivery? stored, CancellationToken cancellation)
    {
        var (address, only) = (kept.Address, kept.EventId);
        var institution = institutions.Get(kept.Institution);
        if (stored is null)
        {
            await failed.PayloadGone(kept, envelope.Id, cancellation);
            return;
        }

        if (!institution.Sources.TryGetValue(stored.Source, out var source))
        {
            await Unreadable(stored.Source, "The institution has no such source any more.");
            return;
        }

        var reading = readers.Read(source, stored);
        var fault = LmsSite.IsOfAnother(source, reading)
            ? "It is of none of the accounts or sites that the source states by now."
            : reading.Fault;
        if (fault is not null)
        {
            await Unreadable(source.Name, fault);
            return;
        }

        // Beside what can be read; a delivery is kept for one reason at a time, and read anew when that is mended.
        if (only is null && reading.Damaged is [var damage, ..])
            await Unreadable(source.Name, damage);
        var completions = reading
            .Completions.Where(completion => only is null || completion.EventId == only)
            .DistinctBy(c => c.EventId)
            .Select(completion => completion.SpeltAs(institution.Offerings, source.Name))
            .ToList();
        if (only is not null && completions.Count == 0)
        {
            // Its id may be made of what the source's settings read: with other settings it has another.
            await Unreadable(source.Name, "What waited is read differently now: try again to read all of the delivery.");
            return;
        }

        if (completions.Count == 1)
        {
            await attribution.Take(envelope, institution, source, completions[0], address, stored.Arrived ?? stored.Received, cancellation);
            return;
        }

        // Most of a night's batch of grades leads nowhere: no message for each.
        foreach (var completion in completions.Where(completion => !Attribution.LeadsNowhere(institution, source, completion)))
            await queues.Send(envelope.Id, kept with { EventId = completion.EventId }, cancellation);

        // All of the delivery waits, so that nothing in it is missed.
        Task Unreadable(string name, string fault) => held.Unreadable(kept with { EventId = null }, envelope.Id, name, fault, cancellation);
    }
}
