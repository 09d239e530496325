using IntegrationHub.Core.Failures;
using IntegrationHub.Core.Transcripts;

namespace IntegrationHub.Connectors.Sis.Ethos;

/// <summary>A non-course record of Banner, for study without credit: on the record at once, taken back by its status.</summary>
internal static class EthosNonCourses
{
    private const string WithdrawnStatus = "nonCourseWithdrawnStatus";

    /// <summary>
    /// Adds the record, unless it is there already; one that was withdrawn gets its status back. Any other status is somebody's in the SIS.
    /// </summary>
    public static async Task<Recording> Record(EthosConnection ethos, TranscriptEntry entry, CancellationToken cancellation)
    {
        var (status, place) = (Status(ethos), await Place(ethos, entry, cancellation));
        var date = ethos.Day(entry.Awarded);
        return await place.Find(cancellation) switch
        {
            null => Recorded(await place.Add(status, date, cancellation), entry),
            var there when there.NcstCode == status => Recorded(there, entry),
            var there when there.NcstCode is not null && there.NcstCode == ethos.Setting(WithdrawnStatus) =>
                Recorded(await place.Change(there, status, date, date, cancellation), entry),
            var there => throw Another(there),
        };
    }

    /// <summary>Gives the record the status that takes it back; null where it is not there.</summary>
    public static async Task<Recording?> Withdraw(EthosConnection ethos, TranscriptEntry entry, CancellationToken cancellation)
    {
        var (status, place) = (Status(ethos), await Place(ethos, entry, cancellation));
        if (await place.Find(cancellation) is not { } there)
            return null;
        if (there.NcstCode is not null && there.NcstCode == ethos.Setting(WithdrawnStatus))
            return Recorded(there, entry);
        if (there.NcstCode != status)
            throw Another(there);
        var withdrawn = ethos.Setting(WithdrawnStatus)
            ?? throw new OutsideException(
                OutsideFault.Refused,
                "The non-course record must be taken back, and the ethos connection does not say with which status: "
                    + $"a registrar changes it in the SIS, or add '{WithdrawnStatus}' there; then replay."
            );
        return Recorded(await place.Change(there, withdrawn, ethos.Today, there.CompleteDate, cancellation), entry);
    }

    private static async Task<EthosNonCoursePlace> Place(EthosConnection ethos, TranscriptEntry entry, CancellationToken cancellation)
    {
        var code = entry.Target.Code ?? throw Missing("code", "the micro-credential's record target");
        var level = ethos.Setting("nonCourseLevel") ?? throw Missing("nonCourseLevel", "the ethos connection");
        return new(ethos, await EthosPeople.StudentNumber(ethos, entry.PersonId, cancellation), level, code);
    }

    // The person's number is no reference to show.
    private static Recording Recorded(EthosNonCourse there, TranscriptEntry entry) =>
        new(true, $"{entry.Target.Code}/{there.QpnmSeqNo ?? "1"}");

    private static string Status(EthosConnection ethos) =>
        ethos.Setting("nonCourseStatus") ?? throw Missing("nonCourseStatus", "the ethos connection");

    private static OutsideException Another(EthosNonCourse there) =>
        new(
            OutsideFault.Refused,
            $"The non-course record has the status '{there.NcstCode}' in the SIS, which is neither the awarded nor the withdrawn one. "
                + "Nothing was written: a registrar decides there; then replay.");

    private static OutsideException Missing(string setting, string place) =>
        new(OutsideFault.Refused, $"A non-course record needs '{setting}' in {place}; add it, then replay.");
}
