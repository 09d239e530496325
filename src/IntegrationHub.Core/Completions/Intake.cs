using IntegrationHub.Core.Institutions;
using IntegrationHub.Core.Messaging;
using IntegrationHub.Core.Outside;
using IntegrationHub.Core.Sources;

namespace IntegrationHub.Core.Completions;

/// <summary>The door for deliveries: authenticate, recognise, keep with one durable write.</summary>
public sealed class Intake(
    IInstitutions institutions,
    IEnumerable<IAuthentication> schemes,
    IEnumerable<ILms> kinds,
    Allowance allowance,
    Acquaintance acquaintance,
    IQueues queues,
    DeliveryJournal journal,
    TimeProvider time)
{
    private readonly Dictionary<string, IAuthentication> _schemes = schemes.ToDictionary(scheme => scheme.Scheme);
    private readonly Dictionary<string, ILms> _kinds = kinds.ToDictionary(lms => lms.Kind);

    /// <summary>Takes a delivery; only what may become an award, or cannot be read, is kept.</summary>
    /// <exception cref="OutsideException">What proves the sender cannot be fetched now.</exception>
    /// <exception cref="IOException">The register of events does not answer, or the delivery could not be kept: the sender must try again.</exception>
    public async Task<IntakeAnswer> Take(string institutionId, string sourceName, Delivery delivery, CancellationToken cancellation)
    {
        switch (institutions.Find(institutionId, out var institution))
        {
            case InstitutionState.Unknown:
                return Counted(null, null, new(IntakeVerdict.Unknown));
            case InstitutionState.Faulty:
                return Counted(institutionId, null, new(IntakeVerdict.NotReady));
        }

        if (!institution!.Sources.TryGetValue(sourceName, out var source))
            return Counted(institution.Id, null, new(IntakeVerdict.Unknown));
        try
        {
            return Noted(institution.Id, source.Name, delivery.TestId, await Take(institution, source, delivery, cancellation));
        }
        catch (Exception failure) when (failure is OutsideException or IOException)
        {
            Noted(institution.Id, source.Name, delivery.TestId, new(IntakeVerdict.PutOff, null, new() { Fault = failure.Message }));
            throw;
        }
    }

    /// <summary>Says that a delivery was larger than the hub takes; nothing of it was read.</summary>
    public IntakeAnswer TooLarge(string institutionId, string sourceName)
    {
        var answer = new IntakeAnswer(IntakeVerdict.TooLarge);
        return institutions.Find(institutionId, out var institution) == InstitutionState.InForce && institution!.Sources.TryGetValue(sourceName, out var source)
            ? Noted(institution.Id, source.Name, null, answer)
            : Counted(null, null, answer);
    }

    private async Task<IntakeAnswer> Take(Institution institution, Source source, Delivery delivery, CancellationToken cancellation)
    {
        try
        {
            var scheme = _schemes[source.Authentication];
            var admission = await scheme.Check(source, delivery, cancellation);
            if (admission != Admission.Admitted)
                return Refused(source, admission);
            if (allowance.Take(source) is { } wait)
                return new(IntakeVerdict.TooMany) { Wait = wait };
            var reading = _kinds[source.Kind].Read(source, delivery);
            if (reading.IsForeign)
                return Refused(source, Admission.Foreign);
            if (delivery.TestId is not null)
                return new(reading.Fault is null ? IntakeVerdict.Ignored : IntakeVerdict.Unreadable, null, reading);
            // By index: an enumerator would be an object per delivery of noise.
            for (var i = 0; i < reading.Ignored.Count; i++)
                HubMetrics.Ignored(institution.Id, source.Name, reading.Ignored[i].Kind, reading.Ignored[i].Count);
            if (reading is { Fault: null, Completions.Count: 0 })
                return new(IntakeVerdict.Ignored, null, reading);
            switch (await acquaintance.Of(institution, source, reading.Completions, cancellation))
            {
                case Familiarity.Otherwise:
                    return new(IntakeVerdict.Conflict, null, reading);
                case Familiarity.Decided:
                    return new(IntakeVerdict.Known, null, reading);
            }

            var trackingId = await Keep(institution, source, delivery, scheme.ToKeep(source, delivery), cancellation);
            return new(reading.Fault is null ? IntakeVerdict.Accepted : IntakeVerdict.Unreadable, trackingId, reading);
        }
        catch (UnpackException fault)
        {
            return new(IntakeVerdict.Unpackable, null, new() { Fault = fault.Message, FaultStatus = fault.Status });
        }
    }

    private static IntakeAnswer Refused(Source source, Admission why) => new(IntakeVerdict.Refused) { Admission = why, Scheme = source.Authentication };

    private async Task<string> Keep(Institution institution, Source source, Delivery delivery, ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        var trackingId = TrackingId.New();
        await queues.Send(
            QueueNames.Completions,
            Envelope.Of(trackingId, institution.Id, MessageKinds.Delivery, null) with { Payload = StoredDelivery.Of(source.Name, time.GetUtcNow(), delivery, content) },
            delay: null,
            cancellation);
        return trackingId;
    }

    private IntakeAnswer Noted(string institution, string source, string? test, IntakeAnswer answer)
    {
        journal.Note(institution, source, test, answer);
        return Counted(institution, source, answer);
    }

    // Unknown names are counted without the name, which a stranger chose.
    private static IntakeAnswer Counted(string? institution, string? source, IntakeAnswer answer)
    {
        HubMetrics.Delivery(institution, source, answer.Verdict.Label());
        return answer;
    }
}

/// <summary>What became of a delivery at the door.</summary>
/// <param name="Verdict">The verdict.</param>
/// <param name="TrackingId">Under what it is known from now on; null where nothing was kept.</param>
/// <param name="Reading">What it says; null where it was not let in.</param>
public sealed record IntakeAnswer(IntakeVerdict Verdict, string? TrackingId = null, Reading? Reading = null)
{
    /// <summary>Why it was refused, where it was.</summary>
    public Admission Admission { get; init; }

    /// <summary>By which scheme it should have proven itself, where it was refused.</summary>
    public string? Scheme { get; init; }

    /// <summary>How long the sender is to wait, where it sent too many.</summary>
    public TimeSpan Wait { get; init; }
}

/// <summary>Verdicts at the door.</summary>
public enum IntakeVerdict
{
    /// <summary>No such institution or source.</summary>
    Unknown,

    /// <summary>The institution's files have faults and no good version is in force.</summary>
    NotReady,

    /// <summary>Not proven to come from the source.</summary>
    Refused,

    /// <summary>Its own, but more than the source's file lets it send in a minute: nothing was read.</summary>
    TooMany,

    /// <summary>Kept, on its way.</summary>
    Accepted,

    /// <summary>Authentic, but nothing that could become an award.</summary>
    Ignored,

    /// <summary>Authentic, but all of it came before and is decided: nothing is kept.</summary>
    Known,

    /// <summary>Authentic, but something else came before under the same id: nothing is kept.</summary>
    Conflict,

    /// <summary>Authentic, but unreadable: kept for a person.</summary>
    Unreadable,

    /// <summary>Packed in a way that cannot be unpacked: nothing is known of it.</summary>
    Unpackable,

    /// <summary>The hub could not say or keep it now: the sender was asked to try again.</summary>
    PutOff,

    /// <summary>Larger than the hub takes: nothing of it was read.</summary>
    TooLarge,
}

/// <summary>Verdicts as counters and logs name them.</summary>
public static class IntakeVerdicts
{
    /// <summary>The label of a verdict; no object is made for it.</summary>
    public static string Label(this IntakeVerdict verdict) => verdict switch
    {
        IntakeVerdict.Unknown => "unknown",
        IntakeVerdict.NotReady => "faulty",
        IntakeVerdict.Refused => "refused",
        IntakeVerdict.TooMany => "too-many",
        IntakeVerdict.Accepted => "accepted",
        IntakeVerdict.Ignored => "ignored",
        IntakeVerdict.Known => "known",
        IntakeVerdict.Conflict => "conflict",
        IntakeVerdict.Unreadable => "unreadable",
        IntakeVerdict.PutOff => "put-off",
        IntakeVerdict.TooLarge => "too-large",
        _ => "unpackable",
    };
}
