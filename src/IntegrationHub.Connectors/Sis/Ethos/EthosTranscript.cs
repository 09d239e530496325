using System.Globalization;
using IntegrationHub.Connectors.Http;
using IntegrationHub.Core.Failures;
using IntegrationHub.Core.Transcripts;

namespace IntegrationHub.Connectors.Sis.Ethos;

/// <summary>What is on the transcript: read from <c>student-transcript-grades</c>, changed there by an adjustment only.</summary>
internal static class EthosTranscript
{
    /// <summary>The learner's grade in the entry's section; null where the registrar has rolled none.</summary>
    /// <remarks>The filter is by student, for that is the only one that every Ethos SIS has; hence the pages.</remarks>
    public static async Task<EthosTranscriptGrade?> Find(EthosConnection ethos, TranscriptEntry entry, CancellationToken cancellation)
    {
        var criteria = EthosConnection.Criteria(new { student = new { id = entry.PersonId } });
        for (int offset = 0, total = 1; offset < total;)
        {
            var at = offset;
            using var page = await ethos.Ask((api, token) => api.TranscriptGrades(token, criteria, at, cancellation), cancellation);
            var grades = page.Content(EthosConnection.System.Name, "GET /api/student-transcript-grades");
            if (Ours(grades, g => Same(g.Student?.Id, entry.PersonId), "student-transcript-grades")
                    .FirstOrDefault(g => Same(g.Course?.Section?.Id, entry.Target.Section)) is
                { } found)
                return found;
            offset += Math.Max(1, grades.Length);
            total = Total(page, fallback: grades.Length);
        }

        return null;
    }

    /// <summary>Gives a recorded grade another value; the SIS keeps the one before.</summary>
    public static async Task<Recording> Adjust(
        EthosConnection ethos,
        EthosTranscriptGrade recorded,
        string grade,
        CancellationToken cancellation)
    {
        var reason = ethos.Setting("gradeChangeReason") is { } id ? new EthosId(id) : null;
        var adjusted = await ethos.Ask(
            (api, token) => api.Adjust(token, recorded.Id, new(recorded.Id, new(new(grade), reason)), cancellation),
            cancellation);
        return Same(adjusted.Id, recorded.Id) && Same(adjusted.Grade?.Id ?? grade, grade)
            ? new(true, recorded.Id)
            : throw Faults.Unreadable(EthosConnection.System.Name, "the grade adjustment", "success and not the adjusted grade");
    }

    // Where the SIS ignores a filter, others' records come back: they are never the learner's, nor proof that the learner has none.
    public static T[] Ours<T>(T[] answer, Func<T, bool> isOurs, string resource)
    {
        T[] ours = [.. answer.Where(isOurs)];
        return ours.Length > 0 || answer.Length == 0
            ? ours
            : throw new OutsideException(
                OutsideFault.Refused,
                $"Ethos answered GET /api/{resource} with records of others only: the SIS does not honour the filter; "
                    + "have the resource's version checked, then replay."
            );
    }

    public static bool Same(string? a, string? b) => a is not null && string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

    private static int Total(Refit.ApiResponse<EthosTranscriptGrade[]> page, int fallback) =>
        page.Headers is { } headers
        && headers.TryGetValues("x-total-count", out var values)
        && int.TryParse(values.FirstOrDefault(), CultureInfo.InvariantCulture, out var total)
            ? total
            : fallback;
}
