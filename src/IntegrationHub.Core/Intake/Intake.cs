using IntegrationHub.Core.Failures;
using IntegrationHub.Core.Lms;
using IntegrationHub.Core.Messaging;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Telemetry;

namespace IntegrationHub.Core.Intake;

/// <summary>The door for deliveries: authenticate, recognise, keep with one durable write.</summary>
public sealed class Intake(
    IInstitutions institutions,
    SourceAdmission admission,
    IEnumerable<ILms> kinds,
    DuplicateCheck duplicates,
    IQueues queues,
    DeliveryJournal journal,
    TimeProvider time)
{
    private readonly Dictionary<string, ILms> _kinds = kinds.ToDictionary(lms => lms.Kind);

    /// <summary>Takes a delivery; only what may become an award, or cannot be read, is kept.</summary>
    /// <exception cref="OutsideException">What proves the sender cannot be fetched now.</exception>
    /// <exception cref="IOException">The register of events does not answer, or the delivery could not be kept: the sender must try
    /// again.</exception>
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
        return institutions.TryGet(institutionId, out var institution) && institution.Sources.TryGetValue(sourceName, out var source)
            ? Noted(institution.Id, source.Name, null, answer)
            : Counted(null, null, answer);
    }

    private async Task<IntakeAnswer> Take(Institution institution, Source source, Delivery delivery, CancellationToken cancellation)
    {
        var arrived = time.GetUtcNow();
        try
        {
            if (await admission.Objection(source, delivery, cancellation) is { } objection)
                return objection;
            var reading = _kinds[source.Kind].Read(source, delivery);
            if (LmsSite.IsOfAnother(source, reading))
                return SourceAdmission.Refused(source, Admission.Foreign);
            if (delivery.TestId is not null)
                return new(reading is { Fault: null, Damaged.Count: 0 } ? IntakeVerdict.Ignored : IntakeVerdict.Unreadable, null, reading);
            // By index: an enumerator would be an object per delivery of noise.
            for (var i = 0; i < reading.Ignored.Count; i++)
                HubMetrics.Ignored(institution.Id, source.Name, reading.Ignored[i].Kind, reading.Ignored[i].Count);
            if (reading is { Fault: null, Damaged.Count: 0, Completions.Count: 0 })
                return new(IntakeVerdict.Ignored, null, reading);
            // What is damaged beside them is told, however well the others are known.
            switch (reading.Damaged.Count > 0
                ? Familiarity.New
                : await duplicates.Of(institution, source, reading.Completions, cancellation))
            {
                case Familiarity.Conflicting:
                    return new(IntakeVerdict.Conflict, null, reading);
                case Familiarity.AlreadyDecided:
                    return new(IntakeVerdict.Known, null, reading);
            }

            var trackingId = await Keep(institution, source, arrived, delivery, admission.ToKeep(source, delivery), cancellation);
            var verdict = reading.Fault is null && !reading.IsOnlyDamaged ? IntakeVerdict.Accepted : IntakeVerdict.Unreadable;
            return new(verdict, trackingId, reading);
        }
        catch (UnpackException fault)
        {
            return new(
                fault.IsTooMuch ? IntakeVerdict.TooLarge : IntakeVerdict.Unpackable,
                null,
                new() { Fault = fault.Message, FaultStatus = fault.Status });
        }
    }

    /// <summary>Only what is kept is traced: noise is counted.</summary>
    private async Task<string> Keep(
        Institution institution,
        Source source,
        DateTimeOffset arrived,
        Delivery delivery,
        ReadOnlyMemory<byte> content,
        CancellationToken cancellation)
    {
        var trackingId = TrackingId.New();
        using var span = HubTrace.Delivery(institution.Id, source.Name, trackingId, arrived);
        try
        {
            await queues.Send(
                trackingId,
                new DeliveryArrived(institution.Id, StoredDelivery.Of(source.Name, time.GetUtcNow(), delivery, content)),
                cancellation);
            return trackingId;
        }
        catch (IOException failure)
        {
            span.Fail(failure);
            throw;
        }
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
