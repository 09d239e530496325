using IntegrationHub.Core.Attention;
using IntegrationHub.Core.Model.MicroCredentials;

namespace IntegrationHub.Core.Reconciliation;

/// <summary>What an LMS should have reported could not be compared for every course.</summary>
public sealed record ReconciliationPartial : Cause<SourceSubject>
{
    private const int Shown = 3;

    /// <summary>A source, and the courses that could not be compared.</summary>
    public static AttentionItem Of(string institution, string source, params IReadOnlyCollection<CourseComparison> failed)
    {
        return new ReconciliationPartial().About(institution, new(source), Told(": ", why => why.En)) with
        {
            DetailFr = Told("\u00a0: ", why => why.Fr),
        };

        string Told(string colon, Func<BilingualText, string> language)
        {
            var named = failed.Take(Shown).Select(course => $"{course.Course.Names[^1]}{colon}{(course.Why is { } why ? language(why) : "")}");
            return string.Join(" · ", named) + (failed.Count > Shown ? $" · + {failed.Count - Shown}" : "");
        }
    }
}
