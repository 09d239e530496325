using System.Globalization;
using IntegrationHub.Core.Failures;
using IntegrationHub.Core.Transcripts;

namespace IntegrationHub.Connectors.Sis.Ethos;

/// <summary>A non-course record of Banner, for study without credit: on the record at once, taken back by its status.</summary>
internal static class EthosNonCourses
{
    private const string WithdrawnStatus = "nonCourseWithdrawnStatus";

    /// <summary>Adds the record, unless it is there already; one that was withdrawn gets its status back.</summary>
    public static async Task<Recording> Record(EthosConnection ethos, TranscriptEntry entry, CancellationToken cancellation)
    {
        var status = Status(ethos);
        var (wanted, there) = await Find(ethos, entry, cancellation);
        var date = ethos.Day(entry.Awarded);
        if (there is null)
        {
            var added = await ethos.Ask(
                (api, token) =>
                    api.AddNonCourse(token, wanted with { NcstCode = status, NcstDate = date, CompleteDate = date }, cancellation),
                cancellation);
            return Recorded(added, entry);
        }

        if (there.NcstCode is null || there.NcstCode != ethos.Setting(WithdrawnStatus))
            return new(true, Reference(there));
        return await Change(ethos, there with { NcstCode = status, NcstDate = date, CompleteDate = date }, entry, cancellation);
    }

    /// <summary>Gives the record the status that takes it back; null where it is not there.</summary>
    public static async Task<Recording?> Withdraw(EthosConnection ethos, TranscriptEntry entry, CancellationToken cancellation)
    {
        var status = Status(ethos);
        var (_, there) = await Find(ethos, entry, cancellation);
        if (there is null)
            return null;
        if (there.NcstCode is not null && there.NcstCode != status)
            return new(true, Reference(there));
        var withdrawn = ethos.Setting(WithdrawnStatus)
            ?? throw new OutsideException(
                OutsideFault.Refused,
                "The non-course record must be taken back, and the ethos connection does not say with which status: "
                    + $"a registrar changes it in the SIS, or add '{WithdrawnStatus}' there; then replay."
            );
        return await Change(ethos, there with { NcstCode = withdrawn, NcstDate = ethos.Today }, entry, cancellation);
    }

    private static async Task<(EthosNonCourse Wanted, EthosNonCourse? There)> Find(
        EthosConnection ethos,
        TranscriptEntry entry,
        CancellationToken cancellation)
    {
        var code = entry.Target.Code ?? throw Missing("code", "the micro-credential's record target");
        var level = ethos.Setting("nonCourseLevel") ?? throw Missing("nonCourseLevel", "the ethos connection");
        var person = await EthosPeople.StudentNumber(ethos, entry.PersonId, cancellation);
        var criteria = EthosConnection.Criteria(
            new
            {
                id = person,
                levlCode = level,
                ncrqCode = code,
            });
        var existing = await ethos.Ask((api, token) => api.NonCourses(token, criteria, cancellation), cancellation);
        return (new(person, level, code), existing.FirstOrDefault(record => record.Id == person && record.NcrqCode == code));
    }

    private static async Task<Recording> Change(
        EthosConnection ethos,
        EthosNonCourse record,
        TranscriptEntry entry,
        CancellationToken cancellation
    ) => Recorded(await ethos.Ask((api, token) => api.ChangeNonCourse(token, record, cancellation), cancellation), entry);

    private static Recording Recorded(EthosNonCourse answer, TranscriptEntry entry) =>
        answer.NcrqCode == entry.Target.Code
            ? new(true, Reference(answer))
            : throw new OutsideException(
                OutsideFault.Unavailable,
                "Ethos’s response to the non-course record succeeded but contains no record.");

    // The record's key holds the student number, which is no reference to show.
    private static string Reference(EthosNonCourse record) =>
        string.Create(CultureInfo.InvariantCulture, $"{record.NcrqCode}/{record.SeqNo ?? 1}");

    private static string Status(EthosConnection ethos) =>
        ethos.Setting("nonCourseStatus") ?? throw Missing("nonCourseStatus", "the ethos connection");

    private static OutsideException Missing(string setting, string place) =>
        new(OutsideFault.Refused, $"A non-course record needs '{setting}' in {place}; add it, then replay.");
}
