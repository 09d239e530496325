using System.Text.Json;
using System.Text.RegularExpressions;
using IntegrationHub.Connectors.Json;

namespace IntegrationHub.Connectors.Lms.Statements;

/// <summary>Moodle's names of courses and activities, from the addresses of their pages.</summary>
internal static partial class MoodleIds
{
    /// <summary>Every id of a course: the number in its address (else the address), its id number, its short name.</summary>
    public static string[] Course(JsonElement? activity)
    {
        var id = activity.Text("id") ?? "";
        var number = CoursePage().Match(id);
        var extensions = activity.At("definition", "extensions");
        string?[] ids =
        [
            number.Success ? number.Groups[1].Value : id,
            extensions.Text(Vocabulary.ExternalId),
            extensions.Text(Vocabulary.ShortId),
        ];
        return [.. ids.OfType<string>().Where(i => i.Length > 0).Distinct()];
    }

    /// <summary>
    /// Path and query of an activity's page without Moodle's own folder, e.g. <c>/mod/quiz/view.php?id=31</c>; null for any other address.
    /// </summary>
    public static string? Activity(string? id) =>
        id is not null && ActivityPage().Match(id) is { Success: true } page ? page.Groups[1].Value : null;

    /// <summary>
    /// The number of an attempt at a quiz, e.g. <c>71</c> for <c>/mod/quiz/attempt.php?attempt=71&amp;cmid=421</c>; null for any other
    /// address.
    /// </summary>
    public static string? Attempt(string? id) =>
        id is not null && AttemptPage().Match(id) is { Success: true } page ? page.Groups[1].Value : null;

    /// <summary>How an offering names a badge as its course, e.g. <c>badge/4</c>.</summary>
    public static string Badge(string number) => $"badge/{number}";

    /// <summary>The number of a badge, e.g. <c>4</c> for <c>/badges/overview.php?id=4</c>; null for any other address.</summary>
    public static string? BadgeNumber(string? id) =>
        id is not null && BadgePage().Match(id) is { Success: true } page ? page.Groups[1].Value : null;

    /// <summary>How an offering names, as its course, the certificates of tool_certificate, whichever they are.</summary>
    public const string AnyCertificate = "certificate/any";

    /// <summary>How an offering names, as its course, the certificates that a course of that number issues.</summary>
    public static string CertificateOf(string course) => $"certificate/course/{course}";

    /// <summary>
    /// The code of an issued certificate, e.g. <c>4303209428AU</c> for <c>/admin/tool/certificate/index.php?code=4303209428AU</c>; null for
    /// any other address.
    /// </summary>
    public static string? CertificateCode(string? id) =>
        id is not null && CertificatePage().Match(id) is { Success: true } page ? page.Groups[1].Value : null;

    /// <summary>The code in what an event of tool_certificate says besides: PHP's serialization of an array, or JSON.</summary>
    public static string? CertificateCodeIn(string? other) =>
        other is not null && SerializedCode().Match(other) is { Success: true } code ? code.Groups[1].Value : null;

    [GeneratedRegex(@"/admin/tool/certificate/index\.php\?(?:[^#]*&)?code=([0-9A-Za-z]+)(?:[&#]|\z)")]
    private static partial Regex CertificatePage();

    [GeneratedRegex("\"code\"\\s*(?:;\\s*s:[0-9]+:|:)\\s*\"([0-9A-Za-z]{1,40})\"")]
    private static partial Regex SerializedCode();

    [GeneratedRegex(@"/course/view\.php\?(?:[^#]*&)?id=(\d+)(?:[&#]|\z)")]
    private static partial Regex CoursePage();

    [GeneratedRegex(@"/mod/quiz/attempt\.php\?(?:[^#]*&)?attempt=(\d+)(?:[&#]|\z)")]
    private static partial Regex AttemptPage();

    [GeneratedRegex(@"(/mod/[a-z0-9_]+/view\.php\?id=\d+)(?:#|\z)")]
    private static partial Regex ActivityPage();

    [GeneratedRegex(@"/badges/overview\.php\?(?:[^#]*&)?id=(\d+)(?:[&#]|\z)")]
    private static partial Regex BadgePage();
}
