using IntegrationHub.Core.Institutions;
using IntegrationHub.Core.Messaging;

namespace IntegrationHub.Core.Completions;

/// <summary>The door for deliveries: authenticate, recognise, keep with one durable write.</summary>
public sealed class Intake(IInstitutions institutions, IEnumerable<ILms> protocols, IQueues queues, TimeProvider time)
{
    private readonly Dictionary<string, ILms> _protocols = protocols.ToDictionary(lms => lms.Kind);

    /// <summary>Takes a delivery; only what may become an award, or cannot be read, is kept.</summary>
    /// <exception cref="Outside.OutsideException">What proves the sender cannot be fetched now.</exception>
    /// <exception cref="IOException">The delivery could not be kept: the sender must try again.</exception>
    public async Task<IntakeAnswer> Take(string institutionId, string sourceName, Delivery delivery, CancellationToken cancellation)
    {
        switch (institutions.Find(institutionId, out var institution))
        {
            case InstitutionState.Unknown:
                HubMetrics.Delivery(null, null, "unknown");
                return new(IntakeVerdict.Unknown);
            case InstitutionState.Faulty:
                HubMetrics.Delivery(institutionId, null, "faulty");
                return new(IntakeVerdict.NotReady);
        }

        if (!institution!.Sources.TryGetValue(sourceName, out var source))
        {
            HubMetrics.Delivery(institution.Id, null, "unknown");
            return new(IntakeVerdict.Unknown);
        }

        var lms = _protocols[source.Kind];
        if (!await lms.Authenticate(source, delivery, cancellation))
        {
            HubMetrics.Delivery(institution.Id, source.Name, "refused");
            return new(IntakeVerdict.Refused);
        }

        var reading = lms.Read(source, delivery);
        foreach (var kind in reading.Ignored)
            HubMetrics.Ignored(institution.Id, source.Name, kind);
        var verdict = (reading.Fault, reading.Completions.Count) switch
        {
            (not null, _) => IntakeVerdict.Unreadable,
            (null, 0) => IntakeVerdict.Ignored,
            _ => IntakeVerdict.Accepted,
        };
        var trackingId = TrackingId.New();
        if (verdict != IntakeVerdict.Ignored)
            await Keep(trackingId, institution, source, delivery, cancellation);
        HubMetrics.Delivery(institution.Id, source.Name, verdict.ToString().ToLowerInvariant());
        return new(verdict, trackingId, reading, lms.UnreadableStatus);
    }

    private async Task Keep(string trackingId, Institution institution, Source source, Delivery delivery, CancellationToken cancellation)
    {
        var kept = StoredDelivery.Of(source.Name, time.GetUtcNow(), delivery);
        await queues.Send(
            QueueNames.Completions,
            Envelope.Of(trackingId, institution.Id, MessageKinds.Delivery, null) with { Payload = kept },
            delay: null,
            cancellation);
    }
}

/// <summary>What became of a delivery at the door.</summary>
/// <param name="Verdict">The verdict.</param>
/// <param name="TrackingId">Under what it is known from now on; null where it was not let in.</param>
/// <param name="Reading">What it says; null where it was not let in.</param>
/// <param name="UnreadableStatus">HTTP status that the protocol wants for an unreadable delivery.</param>
public sealed record IntakeAnswer(IntakeVerdict Verdict, string? TrackingId = null, Reading? Reading = null, int UnreadableStatus = 200);

/// <summary>Verdicts at the door.</summary>
public enum IntakeVerdict
{
    /// <summary>No such institution or source.</summary>
    Unknown,

    /// <summary>The institution's files have faults and no good version is in force.</summary>
    NotReady,

    /// <summary>Not proven to come from the source.</summary>
    Refused,

    /// <summary>Kept, on its way.</summary>
    Accepted,

    /// <summary>Authentic, but nothing that could become an award.</summary>
    Ignored,

    /// <summary>Authentic, but unreadable: kept for a person.</summary>
    Unreadable,
}
