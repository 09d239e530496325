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

internal sealed record EthosTypedGrade(EthosId? Type, EthosId? Grade);

/// <summary><c>student-transcript-grades</c> v1: on the record.</summary>
internal sealed record EthosTranscriptGrade(string Id, EthosId? Student, EthosCourse? Course, EthosId? Grade);

internal sealed record EthosCourse(EthosId? Section);

/// <summary>What is submitted to <c>student-unverified-grades</c>.</summary>
internal sealed record EthosGradeSubmission(string Id, EthosId SectionRegistration, EthosTypedGrade Grade);

/// <summary>An adjustment of a grade that is on the record.</summary>
internal sealed record EthosAdjustment(EthosAdjustmentDetail Detail);

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
    string? EvenCode = null);
