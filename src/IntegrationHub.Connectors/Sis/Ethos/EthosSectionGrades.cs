using System.Globalization;
using IntegrationHub.Core.Outside;
using IntegrationHub.Core.Transcripts;

namespace IntegrationHub.Connectors.Sis.Ethos;

/// <summary>A final grade in a course section: submitted to <c>student-unverified-grades</c>, recorded once it shows in <c>student-transcript-grades</c>.</summary>
internal static class EthosSectionGrades
{
    private const string New = "00000000-0000-0000-0000-000000000000";

    /// <summary>Submits the grade, unless it is there already.</summary>
    public static async Task<Recording> Record(EthosConnection ethos, TranscriptEntry entry, CancellationToken cancellation)
    {
        var (section, type, grade) = Target(entry);
        var registration = await Registration(ethos, entry.PersonId, section, cancellation);
        if (await OnTranscript(ethos, entry, cancellation) is { } recorded)
            return new(true, recorded);

        var submitted = await Submitted(ethos, registration, cancellation);
        var final = submitted?.Details?.Grades?.FirstOrDefault(g => Same(g.Type?.Id, type));
        if (final is not null)
            return Same(final.Grade?.Id, grade)
                ? new(false, submitted!.Id ?? registration)
                : throw Refused("Another final grade was already submitted for this learner and section; a registrar must change it in the SIS, then replay.");

        var submission = new EthosGradeSubmission(submitted?.Id ?? New, new(registration), new(new(type), new(grade)));
        var answer = await ethos.Ask((api, token) => submitted?.Id is { } id
            ? api.Resubmit(token, id, submission, cancellation)
            : api.Submit(token, submission, cancellation), cancellation);
        return answer.Id is { } reference
            ? new(false, reference)
            : throw new OutsideException(OutsideFault.Unavailable, "Ethos answered the grade's submission with success but without an id.");
    }

    /// <summary>Whether the registrar has rolled the grade onto the transcript.</summary>
    public static async Task<Recording> Confirm(EthosConnection ethos, TranscriptEntry entry, string reference, CancellationToken cancellation) =>
        await OnTranscript(ethos, entry, cancellation) is { } recorded ? new(true, recorded) : new(false, reference);

    private static async Task<string> Registration(EthosConnection ethos, string person, string section, CancellationToken cancellation)
    {
        var criteria = EthosConnection.Criteria(new { registrant = new { id = person }, section = new { id = section } });
        var registrations = await ethos.Ask((api, token) => api.Registrations(token, criteria, cancellation), cancellation);
        var ours = Ours(registrations, r => Same(r.Registrant?.Id, person) && Same(r.Section?.Id, section), "section-registrations");
        return ours.FirstOrDefault(r => r.Status?.RegistrationStatus != "notRegistered")?.Id
            ?? throw Refused($"The learner is not registered in section {section} (Ethos, section-registrations): register the learner there in the SIS, or correct the record's section in the catalogue, then replay.");
    }

    private static async Task<EthosUnverifiedGrade?> Submitted(EthosConnection ethos, string registration, CancellationToken cancellation)
    {
        var criteria = EthosConnection.Criteria(new { sectionRegistration = new { id = registration } });
        var grades = await ethos.Ask((api, token) => api.UnverifiedGrades(token, criteria, cancellation), cancellation);
        return Ours(grades, g => Same(g.SectionRegistration?.Id, registration), "student-unverified-grades").FirstOrDefault();
    }

    // The filter is by student, for that is the only one that every Ethos SIS has; hence the pages.
    private static async Task<string?> OnTranscript(EthosConnection ethos, TranscriptEntry entry, CancellationToken cancellation)
    {
        var (section, _, grade) = Target(entry);
        var criteria = EthosConnection.Criteria(new { student = new { id = entry.PersonId } });
        for (int offset = 0, total = 1; offset < total;)
        {
            var at = offset;
            using var page = await ethos.Ask((api, token) => api.TranscriptGrades(token, criteria, at, cancellation), cancellation);
            var grades = page.Content ?? throw new OutsideException(OutsideFault.Unavailable, "Ethos answered GET /api/student-transcript-grades with something unreadable.", inner: page.Error);
            if (Ours(grades, g => Same(g.Student?.Id, entry.PersonId), "student-transcript-grades").FirstOrDefault(g => Same(g.Course?.Section?.Id, section)) is { } found)
                return Same(found.Grade?.Id, grade)
                    ? found.Id
                    : throw Refused("The transcript already shows another grade for this learner and section; a registrar must adjust it in the SIS, then replay.");
            offset += Math.Max(1, grades.Length);
            total = Total(page, fallback: grades.Length);
        }

        return null;
    }

    private static int Total(Refit.ApiResponse<EthosTranscriptGrade[]> page, int fallback) =>
        page.Headers is { } headers && headers.TryGetValues("x-total-count", out var values)
        && int.TryParse(values.FirstOrDefault(), CultureInfo.InvariantCulture, out var total) ? total : fallback;

    private static (string Section, string Type, string Grade) Target(TranscriptEntry entry) =>
        entry.Target is { Section: { } section, GradeType: { } type, Grade: { } grade }
            ? (section, type, grade)
            : throw Refused("The micro-credential's record target lacks section, gradeType or grade; add them in the catalogue, then replay.");

    // Where the SIS ignores a filter, others' records come back: they are never the learner's, nor proof that the learner has none.
    private static T[] Ours<T>(T[] answer, Func<T, bool> isOurs, string resource)
    {
        T[] ours = [.. answer.Where(isOurs)];
        return ours.Length > 0 || answer.Length == 0
            ? ours
            : throw Refused($"Ethos answered GET /api/{resource} with records of others only: the SIS does not honour the filter; have the resource's version checked, then replay.");
    }

    private static bool Same(string? a, string? b) => a is not null && string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

    private static OutsideException Refused(string sentence) => new(OutsideFault.Refused, sentence);
}
