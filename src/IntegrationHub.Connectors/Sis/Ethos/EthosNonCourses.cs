using IntegrationHub.Core.Failures;
using IntegrationHub.Core.Transcripts;

namespace IntegrationHub.Connectors.Sis.Ethos;

/// <summary>
/// A non-course record of Banner, for study without credit: on the record at once, taken back by its status. A row is the hub's by the day
/// on which it was completed; other rows of the code are another term's, or another award's, and are left alone.
/// </summary>
internal static class EthosNonCourses
{
    private const string WithdrawnStatus = "nonCourseWithdrawnStatus";

    /// <summary>
    /// Adds the row, unless it is there already; one that was withdrawn gets its status back. Any other status is somebody's in the SIS.
    /// </summary>
    public static async Task<Recording> Record(EthosConnection ethos, TranscriptEntry entry, CancellationToken cancellation)
    {
        var (status, place) = (Status(ethos), await Place(ethos, entry, cancellation));
        var rows = await place.Find(cancellation);
        var ours = EthosNonCourseRows.Ours(rows, entry.Target.Code!, ethos.Day(entry.Awarded), entry.Reference);
        if (ours.FirstOrDefault(row => row.NcstCode == status) is { } there)
            return Recorded(entry, there.Day);
        if (ours.FirstOrDefault(row => IsWithdrawn(ethos, row)) is { } withdrawn)
        {
            await place.Change(withdrawn, status, ethos.Day(entry.Awarded), cancellation);
            return Recorded(entry, withdrawn.Day);
        }

        if ((ours.Count > 0 ? ours : rows.Where(row => row.Day is null)).Any())
            throw EthosNonCourseRows.Doubtful(rows);
        await place.Add(status, ethos.Day(entry.Awarded), cancellation);
        return Recorded(entry, ethos.Day(entry.Awarded));
    }

    /// <summary>Gives the row the status that takes it back; null where it is not there.</summary>
    public static async Task<Recording?> Withdraw(
        EthosConnection ethos,
        TranscriptEntry entry,
        string? reference,
        CancellationToken cancellation)
    {
        var (status, place) = (Status(ethos), await Place(ethos, entry, cancellation));
        var ours = await Ours();
        if (ours.Count == 0)
            return null;
        // Several of one day are what earlier releases wrote at each repeat.
        foreach (var row in ours.Where(row => row.NcstCode == status))
        {
            try
            {
                await place.Change(row, Withdrawn(ethos), ethos.Today, cancellation);
            }
            catch (OutsideException e) when (e.Fault == OutsideFault.Refused && ours.Count > 1)
            {
                // Rows that say the same may have been changed together.
                if ((await Ours()).Any(left => left.NcstCode == status))
                    throw;
                break;
            }
        }

        return Recorded(entry, ours[0].Day);

        async Task<IReadOnlyList<EthosNonCourse>> Ours()
        {
            var rows = await place.Find(cancellation);
            var found = EthosNonCourseRows.Ours(rows, entry.Target.Code!, ethos.Day(entry.Awarded), reference);
            return found.All(row => row.NcstCode == status || IsWithdrawn(ethos, row)) ? found : throw EthosNonCourseRows.Doubtful(rows);
        }
    }

    private static async Task<EthosNonCoursePlace> Place(EthosConnection ethos, TranscriptEntry entry, CancellationToken cancellation)
    {
        var code = entry.Target.Code ?? throw Missing("code", "the micro-credential's record target");
        var level = ethos.Setting("nonCourseLevel") ?? throw Missing("nonCourseLevel", "the ethos connection");
        return new(ethos, await EthosPeople.StudentNumber(ethos, entry.PersonId, cancellation), level, code);
    }

    private static Recording Recorded(TranscriptEntry entry, string? day) =>
        new(true, EthosNonCourseRows.Reference(entry.Target.Code!, day));

    private static bool IsWithdrawn(EthosConnection ethos, EthosNonCourse row) =>
        row.NcstCode is not null && row.NcstCode == ethos.Setting(WithdrawnStatus);

    private static string Status(EthosConnection ethos) =>
        ethos.Setting("nonCourseStatus") ?? throw Missing("nonCourseStatus", "the ethos connection");

    private static string Withdrawn(EthosConnection ethos) => ethos.Setting(WithdrawnStatus)
        ?? throw new OutsideException(
            OutsideFault.Refused,
            "The non-course record must be taken back, and the ethos connection does not say with which status: "
                + $"a registrar changes it in the SIS, or add '{WithdrawnStatus}' there; then replay.");

    private static OutsideException Missing(string setting, string place) =>
        new(OutsideFault.Refused, $"A non-course record needs '{setting}' in {place}; add it, then replay.");
}
