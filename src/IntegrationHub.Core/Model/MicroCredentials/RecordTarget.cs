namespace IntegrationHub.Core.Model.MicroCredentials;

/// <summary>What is written to the SIS.</summary>
public enum RecordTargetKind
{
    /// <summary>Nothing: policy keeps it off the transcript.</summary>
    None,

    /// <summary>A final grade in a course section.</summary>
    SectionGrade,

    /// <summary>A non-course record, for study without credit.</summary>
    NonCourse,

    /// <summary>An academic award, by the batch file: no SIS connector may create one.</summary>
    AcademicAward,

    /// <summary>An entry in the co-curricular record (toolkit, chapter 14), by the batch file.</summary>
    CoCurricular,

    /// <summary>A transcript entry, by the batch file that the registrar loads.</summary>
    BatchFile,
}

/// <summary>Where and how the registrar's record shows a micro-credential.</summary>
/// <param name="Kind">What is written.</param>
/// <param name="Section">The SIS's id of the section (Ethos: a GUID), for <see cref="RecordTargetKind.SectionGrade"/>.</param>
/// <param name="Grade">The SIS's id of the grade that means pass, for <see cref="RecordTargetKind.SectionGrade"/>.</param>
/// <param name="GradeType">The SIS's id of the grade type (final), for <see cref="RecordTargetKind.SectionGrade"/>.</param>
/// <param name="Code">The SIS's code of the record, for all but <see cref="RecordTargetKind.SectionGrade"/>.</param>
/// <param name="WithdrawnGrade">The SIS's id of the grade that takes a pass back, for <see cref="RecordTargetKind.SectionGrade"/>; null
/// where a registrar does it by hand.</param>
public sealed record RecordTarget(
    RecordTargetKind Kind,
    string? Section = null,
    string? Grade = null,
    string? GradeType = null,
    string? Code = null,
    string? WithdrawnGrade = null)
{
    /// <summary>Whether the registrar loads it from the hub's batch file.</summary>
    public bool IsByFile => Kind is RecordTargetKind.AcademicAward or RecordTargetKind.CoCurricular or RecordTargetKind.BatchFile;
}
