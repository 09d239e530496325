using System.Text.Json;

namespace IntegrationHub.Connectors.Sis.Ethos;

/// <summary>A reference to another resource.</summary>
internal sealed record EthosId(string? Id);

/// <summary><c>persons</c> v12, as far as we read it.</summary>
internal sealed record EthosPerson(
    string Id,
    IReadOnlyList<EthosName>? Names,
    IReadOnlyList<EthosEmail>? Emails,
    IReadOnlyList<EthosCredential>? Credentials,
    IReadOnlyList<EthosLanguage>? Languages);

internal sealed record EthosName(EthosNameType? Type, string? FirstName, string? LastName, string? Preference);

internal sealed record EthosNameType(string? Category);

internal sealed record EthosEmail(string? Address, string? Preference);

internal sealed record EthosCredential(string? Type, string? Value);

internal sealed record EthosLanguage(string? Code, string? Preference);

/// <summary><c>section-registrations</c> v16.</summary>
internal sealed record EthosRegistration(string Id, EthosId? Registrant, EthosId? Section, EthosRegistrationStatus? Status);

internal sealed record EthosRegistrationStatus(string? RegistrationStatus);

/// <summary><c>student-unverified-grades</c> v1: submitted, not yet rolled.</summary>
internal sealed record EthosUnverifiedGrade(string? Id, EthosId? SectionRegistration, EthosGradeDetails? Details);

internal sealed record EthosGradeDetails(IReadOnlyList<EthosTypedGrade>? Grades);

internal sealed record EthosTypedGrade(EthosId? Type, EthosId? Grade, JsonElement? IncompleteGrade = null)
{
    public EthosGivenGrade Given => new(Grade?.Id, IncompleteGrade is { ValueKind: JsonValueKind.Object });
}

/// <summary><c>student-transcript-grades</c> v1: on the record.</summary>
internal sealed record EthosTranscriptGrade(
    string Id,
    EthosId? Student,
    EthosCourse? Course,
    EthosId? Grade,
    JsonElement? IncompleteGrade = null)
{
    public EthosGivenGrade Given => new(Grade?.Id, IncompleteGrade is { ValueKind: JsonValueKind.Object });
}

/// <summary>A grade that somebody has; one that is incomplete becomes another later.</summary>
internal sealed record EthosGivenGrade(string? Id, bool IsIncomplete);

/// <summary><c>grade-definitions</c> v6: what a grade is called, and whether it gives credit (<c>full</c>, <c>none</c>).</summary>
internal sealed record EthosGradeDefinition(string? Id, EthosGradeItem? Grade, string? Credit);

/// <summary>A letter, or a number.</summary>
internal sealed record EthosGradeItem(JsonElement Value);

internal sealed record EthosCourse(EthosId? Section);

/// <summary>What is submitted to <c>student-unverified-grades</c>.</summary>
internal sealed record EthosGradeSubmission(string Id, EthosId SectionRegistration, EthosTypedGrade Grade);

/// <summary>An adjustment of the grade with this id that is on the record.</summary>
internal sealed record EthosAdjustment(string Id, EthosAdjustmentDetail Detail);

internal sealed record EthosAdjustmentDetail(EthosId Grade, EthosId? ChangeReason);

/// <summary>A row of Banner's <c>academic-non-course</c> v1.0.0, as answers hold it: whose it is stands in the question only.</summary>
internal sealed record EthosNonCourse(
    string? LevlCode,
    string? NcrqCode,
    string? NcstCode = null,
    string? NcstDate = null,
    string? CompleteDate = null,
    string? QpnmSeqNo = null,
    string? ComtCode = null,
    string? EvenCode = null)
{
    /// <summary>The day on which it was completed, as year-month-day; answers hold a moment. Null where none is stated.</summary>
    public string? Day => CompleteDate is { Length: >= 10 } moment ? moment[..10] : null;
}
