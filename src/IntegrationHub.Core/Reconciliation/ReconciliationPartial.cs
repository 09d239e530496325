using IntegrationHub.Core.Attention;

namespace IntegrationHub.Core.Reconciliation;

/// <summary>What an LMS should have reported could not be compared for every course.</summary>
public sealed record ReconciliationPartial : Cause<SourceSubject>
{
    private const int Shown = 3;

    /// <summary>A source, and the courses that could not be compared.</summary>
    public static AttentionItem Of(string institution, string source, params IReadOnlyCollection<CourseComparison> failed)
    {
        var detail = string.Join(" · ", failed.Take(Shown).Select(course => $"{course.Course.Names[^1]}: {course.Error}"));
        var more = failed.Count > Shown ? $" · + {failed.Count - Shown}" : "";
        return new ReconciliationPartial().About(institution, new(source), detail + more);
    }
}
