namespace IntegrationHub.Core.MicroCredentials;

/// <summary>What is written to the SIS.</summary>
public enum RecordTargetKind
{
    /// <summary>Nothing: policy keeps it off the transcript.</summary>
    None,

    /// <summary>A final grade in a course section.</summary>
    SectionGrade,

    /// <summary>A non-course record, for study without credit.</summary>
    NonCourse,
}

/// <summary>Where and how the registrar's record shows a micro-credential.</summary>
/// <param name="Kind">What is written.</param>
/// <param name="Section">The SIS's id of the section (Ethos: a GUID), for <see cref="RecordTargetKind.SectionGrade"/>.</param>
/// <param name="Grade">The SIS's id of the grade that means pass, for <see cref="RecordTargetKind.SectionGrade"/>.</param>
/// <param name="GradeType">The SIS's id of the grade type (final), for <see cref="RecordTargetKind.SectionGrade"/>.</param>
/// <param name="Code">The SIS's code of the non-course record, for <see cref="RecordTargetKind.NonCourse"/>.</param>
public sealed record RecordTarget(
    RecordTargetKind Kind,
    string? Section = null,
    string? Grade = null,
    string? GradeType = null,
    string? Code = null);
