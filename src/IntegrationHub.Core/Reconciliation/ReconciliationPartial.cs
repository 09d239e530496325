using IntegrationHub.Core.Attention;
using IntegrationHub.Core.Texts;

namespace IntegrationHub.Core.Reconciliation;

/// <summary>What an LMS should have reported could not be compared for every course.</summary>
public sealed record ReconciliationPartial : Cause<SourceSubject>
{
    private const int Shown = 3;

    /// <summary>A source, and the courses that could not be compared.</summary>
    public static AttentionItem Of(string institution, string source, params IReadOnlyCollection<CourseComparison> failed)
    {
        return new ReconciliationPartial().About(institution, new(source), Told("en")) with { DetailFr = Told("fr") };

        string Told(string language)
        {
            var named = failed.Take(Shown)
                .Select(course => Text.In(language, "reconcile.course", course.Course.Names[^1], course.Why?.In(language)));
            return string.Join(" · ", named) + (failed.Count > Shown ? $" · + {failed.Count - Shown}" : "");
        }
    }
}
