using IntegrationHub.Connectors.Http;
using IntegrationHub.Core.Failures;
using IntegrationHub.Core.Transcripts;

namespace IntegrationHub.Connectors.Sis.Ethos;

/// <summary>
/// A final grade in a course section: submitted to <c>student-unverified-grades</c>, recorded once it shows in
/// <c>student-transcript-grades</c>.
/// </summary>
internal static class EthosSectionGrades
{
    private const string New = "00000000-0000-0000-0000-000000000000";
    private const string OnTranscript = "The transcript shows the grade", Handed = "The final grade submitted in the SIS is";

    /// <summary>Submits the grade, unless it is there already; one that was withdrawn is adjusted back.</summary>
    public static async Task<Recording> Record(EthosConnection ethos, TranscriptEntry entry, CancellationToken cancellation)
    {
        var (section, type, grade) = Target(entry);
        var registration = await Registration(ethos, entry.PersonId, section, cancellation);
        if (await EthosTranscript.Find(ethos, entry, cancellation) is { } recorded)
            return Same(recorded.Grade?.Id, grade) ? new(true, recorded.Id)
                : IsWithdrawn(recorded.Grade, entry) ? await EthosTranscript.Adjust(ethos, recorded, grade, cancellation)
                : throw await Another(ethos, OnTranscript, recorded.Given, cancellation);

        var submitted = await Submitted(ethos, registration, cancellation);
        var final = submitted?.Details?.Grades?.FirstOrDefault(g => Same(g.Type?.Id, type));
        if (final is not null && Same(final.Grade?.Id, grade))
            return new(false, submitted!.Id ?? registration);
        return final is null || IsWithdrawn(final.Grade, entry)
            ? await Submit(ethos, entry, registration, submitted?.Id, grade, cancellation)
            : throw await Another(ethos, Handed, final.Given, cancellation);
    }

    /// <summary>Whether the registrar has rolled the grade onto the transcript.</summary>
    public static async Task<Recording> Confirm(
        EthosConnection ethos,
        TranscriptEntry entry,
        string reference,
        CancellationToken cancellation) =>
        await EthosTranscript.Find(ethos, entry, cancellation) is not { } recorded ? new(false, reference)
        : Same(recorded.Grade?.Id, Target(entry).Grade) ? new(true, recorded.Id)
        : throw await Another(ethos, OnTranscript, recorded.Given, cancellation);

    /// <summary>
    /// Puts the withdrawn grade in the place of the pass; null where no grade is there. A failing or withdrawn one that a registrar gave
    /// has taken it back already; any other is quoted and left.
    /// </summary>
    public static async Task<Recording?> Withdraw(EthosConnection ethos, TranscriptEntry entry, CancellationToken cancellation)
    {
        var (section, type, grade) = Target(entry);
        if (await EthosTranscript.Find(ethos, entry, cancellation) is { } recorded)
            return Same(recorded.Grade?.Id, grade)
                ? await EthosTranscript.Adjust(ethos, recorded, Withdrawn(entry), cancellation)
                : await IsTakenBack(ethos, recorded.Given, entry, cancellation) ? new(true, recorded.Id)
                : throw await Another(ethos, OnTranscript, recorded.Given, cancellation);

        // Who left the section since has no registration that could hold a grade, and what was on the transcript was found above.
        if (await FindRegistration(ethos, entry.PersonId, section, cancellation) is not { } registration)
            return null;
        var submitted = await Submitted(ethos, registration, cancellation);
        if (submitted?.Details?.Grades?.FirstOrDefault(g => Same(g.Type?.Id, type)) is not { } final)
            return null;
        return Same(final.Grade?.Id, grade)
            ? await Submit(ethos, entry, registration, submitted.Id, Withdrawn(entry), cancellation)
            : await IsTakenBack(ethos, final.Given, entry, cancellation) ? new(false, submitted.Id ?? registration)
            : throw await Another(ethos, Handed, final.Given, cancellation);
    }

    private static async Task<Recording> Submit(
        EthosConnection ethos,
        TranscriptEntry entry,
        string registration,
        string? earlier,
        string grade,
        CancellationToken cancellation)
    {
        var submission = new EthosGradeSubmission(earlier ?? New, new(registration), new(new(Target(entry).Type), new(grade)));
        var answer = await ethos.Ask((api, token) => earlier is null
            ? api.Submit(token, submission, cancellation)
            : api.Resubmit(token, earlier, submission, cancellation), cancellation);
        return answer.Id is { } reference
            ? new(false, reference)
            : throw Faults.Unreadable(EthosConnection.System.Name, "the grade submission", "success and no id");
    }

    private static async Task<string> Registration(EthosConnection ethos, string person, string section, CancellationToken cancellation) =>
        await FindRegistration(ethos, person, section, cancellation)
        ?? throw Refused(
            $"The learner is not registered in section {section} (Ethos, section-registrations): "
                + "register the learner there in the SIS, or correct the record's section in the catalogue, then replay.");

    private static async Task<string?> FindRegistration(
        EthosConnection ethos,
        string person,
        string section,
        CancellationToken cancellation)
    {
        var criteria = EthosConnection.Criteria(new { registrant = new { id = person }, section = new { id = section } });
        var registrations = await ethos.Ask((api, token) => api.Registrations(token, criteria, cancellation), cancellation);
        var ours = EthosTranscript.Ours(
            registrations,
            r => Same(r.Registrant?.Id, person) && Same(r.Section?.Id, section),
            "section-registrations");
        return ours.FirstOrDefault(r => r.Status?.RegistrationStatus != "notRegistered")?.Id;
    }

    private static async Task<EthosUnverifiedGrade?> Submitted(EthosConnection ethos, string registration, CancellationToken cancellation)
    {
        var criteria = EthosConnection.Criteria(new { sectionRegistration = new { id = registration } });
        var grades = await ethos.Ask((api, token) => api.UnverifiedGrades(token, criteria, cancellation), cancellation);
        return EthosTranscript
            .Ours(grades, g => Same(g.SectionRegistration?.Id, registration), "student-unverified-grades")
            .FirstOrDefault();
    }

    private static (string Section, string Type, string Grade) Target(TranscriptEntry entry) =>
        entry.Target is { Section: { } section, GradeType: { } type, Grade: { } grade }
            ? (section, type, grade)
            : throw Refused(
                "The micro-credential's record target lacks section, gradeType or grade; add them in the catalogue, then replay.");

    private static string Withdrawn(TranscriptEntry entry) => entry.Target.WithdrawnGrade
        ?? throw Refused(
            "The grade must be taken back, and the catalogue does not say with which one: "
                + "a registrar adjusts it in the SIS, or state record.withdrawnGrade; then replay.");

    private static bool IsWithdrawn(EthosId? grade, TranscriptEntry entry) => Same(grade?.Id, entry.Target.WithdrawnGrade);

    private static bool Same(string? a, string? b) => EthosTranscript.Same(a, b);

    private static async Task<bool> IsTakenBack(
        EthosConnection ethos,
        EthosGivenGrade found,
        TranscriptEntry entry,
        CancellationToken cancellation) =>
        Same(found.Id, entry.Target.WithdrawnGrade)
        || await EthosGradeDefinitions.TakesBack(ethos, found, Target(entry).Grade, cancellation);

    private static async Task<OutsideException> Another(
        EthosConnection ethos,
        string where,
        EthosGivenGrade found,
        CancellationToken cancellation) =>
        Refused(
            $"{where} {await EthosGradeDefinitions.Name(ethos, found, cancellation)} for this learner and section, which the hub did not "
                + "write. Nothing was changed: a registrar decides in the SIS; then replay.");

    private static OutsideException Refused(string sentence) => new(OutsideFault.Refused, sentence);
}
