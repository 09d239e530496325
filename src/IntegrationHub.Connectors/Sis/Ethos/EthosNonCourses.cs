using System.Globalization;
using IntegrationHub.Core.Outside;
using IntegrationHub.Core.Transcripts;

namespace IntegrationHub.Connectors.Sis.Ethos;

/// <summary>A non-course record of Banner, for study without credit: on the record at once.</summary>
internal static class EthosNonCourses
{
    /// <summary>Adds the record, unless it is there already.</summary>
    public static async Task<Recording> Record(EthosConnection ethos, TranscriptEntry entry, CancellationToken cancellation)
    {
        var code = entry.Target.Code ?? throw Missing("code", "the micro-credential's record target");
        var level = ethos.Setting("nonCourseLevel") ?? throw Missing("nonCourseLevel", "the ethos connection");
        var status = ethos.Setting("nonCourseStatus") ?? throw Missing("nonCourseStatus", "the ethos connection");
        var person = await EthosPeople.StudentNumber(ethos, entry.PersonId, cancellation);

        var criteria = EthosConnection.Criteria(new { id = person, levlCode = level, ncrqCode = code });
        var existing = await ethos.Ask((api, token) => api.NonCourses(token, criteria, cancellation), cancellation);
        if (existing.FirstOrDefault(r => r.Id == person && r.NcrqCode == code) is { } there)
            return new(true, Reference(there));

        var date = Date(ethos, entry.Awarded);
        var added = await ethos.Ask((api, token) => api.AddNonCourse(token, new(person, level, code, status, date, date), cancellation), cancellation);
        return added.NcrqCode == code
            ? new(true, Reference(added))
            : throw new OutsideException(OutsideFault.Unavailable, "Ethos answered the non-course record with success but without the record.");
    }

    // The record's key holds the student number, which is no reference to show.
    private static string Reference(EthosNonCourse record) =>
        string.Create(CultureInfo.InvariantCulture, $"{record.NcrqCode}/{record.SeqNo ?? 1}");

    private static string Date(EthosConnection ethos, DateTimeOffset moment) =>
        TimeZoneInfo.ConvertTime(moment, TimeZoneInfo.FindSystemTimeZoneById(ethos.Institution.TimeZone))
            .ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static OutsideException Missing(string setting, string place) =>
        new(OutsideFault.Refused, $"A non-course record needs '{setting}' in {place}; add it, then replay.");
}
