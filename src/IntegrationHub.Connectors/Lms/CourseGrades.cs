using IntegrationHub.Core.Model.Institutions;

namespace IntegrationHub.Connectors.Lms;

/// <summary>Which grades of whole courses count: the source's setting <c>courseGrades</c>.</summary>
internal enum CourseGrades
{
    /// <summary>
    /// Those that somebody set as the final one. What the LMS computes changes with every piece of work, and a first good one would pass.
    /// </summary>
    Final,

    /// <summary>None.</summary>
    Ignore,

    /// <summary>Every one, also what the LMS computes while the course runs.</summary>
    Count,
}

/// <summary>Reads the setting, and says what is common to the grades of courses.</summary>
internal static class CourseGradesExtensions
{
    /// <summary>The attempt that a course's grade is: the latest counts, and taking it back leaves the course completed.</summary>
    public const string Attempt = "course-grade";

    /// <summary>The source's choice; the final ones where it makes none.</summary>
    public static CourseGrades CourseGrades(this Source source) => source.Setting("courseGrades") switch
    {
        null or "final" => Lms.CourseGrades.Final,
        "count" => Lms.CourseGrades.Count,
        _ => Lms.CourseGrades.Ignore,
    };
}
