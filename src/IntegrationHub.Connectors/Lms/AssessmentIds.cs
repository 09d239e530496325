using System.Text.RegularExpressions;

namespace IntegrationHub.Connectors.Lms;

/// <summary>What people write for an assessment, by hand or copied from the address bar, as the LMS's events name it.</summary>
internal static partial class AssessmentIds
{
    /// <summary>
    /// Moodle: path and query of the activity's page, e.g. <c>/mod/quiz/view.php?id=31</c>; null for what names no page, as the number
    /// alone, for the events name the page.
    /// </summary>
    public static string? OfMoodle(string written) => Whole(MoodlePage(), written) is { } page ? $"/{page}" : null;

    /// <summary>Canvas: the assignment's number, or <c>outcome:ID</c> for a learning outcome.</summary>
    public static string? OfCanvas(string written) => CanvasId().IsMatch(written) ? written : Whole(CanvasPage(), written);

    /// <summary>Open edX: the block's usage key.</summary>
    public static string? OfOpenEdx(string written) => Whole(UsageKey(), written);

    /// <summary>Brightspace: the award's number.</summary>
    public static string? OfBrightspace(string written) => Number().IsMatch(written) ? written : null;

    /// <summary>Caliper: an IRI.</summary>
    public static string? OfCaliper(string written) =>
        Uri.TryCreate(written, UriKind.Absolute, out var iri) && iri.Scheme != Uri.UriSchemeFile ? written : null;

    /// <summary>xAPI: an activity's IRI, or, where its statements come from Moodle, the page.</summary>
    public static string? OfXApi(string written) => OfCaliper(written) ?? OfMoodle(written);

    private static string? Whole(Regex pattern, string written) =>
        pattern.Match(written) is { Success: true } found ? found.Groups["id"].Value : null;

    [GeneratedRegex(@"(\A|/)(?<id>mod/[a-z0-9_]+/view\.php\?id=\d+)(#|\z)")]
    private static partial Regex MoodlePage();

    [GeneratedRegex(@"\A(\d+|outcome:\d+)\z")]
    private static partial Regex CanvasId();

    [GeneratedRegex(@"/courses/\d+/assignments/(?<id>\d+)([/?#]|\z)")]
    private static partial Regex CanvasPage();

    [GeneratedRegex(@"(\A|/)(?<id>(block-v1|i4x):[^\s?#]+)")]
    private static partial Regex UsageKey();

    [GeneratedRegex(@"\A\d+\z")]
    private static partial Regex Number();
}
