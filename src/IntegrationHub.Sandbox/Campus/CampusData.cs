using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace IntegrationHub.Sandbox.Campus;

internal sealed record CampusData(
    Institution Institution, CanvasAccount Canvas, MoodleSite Moodle, GradeIds Grades,
    IReadOnlyList<Learner> Learners, IReadOnlyList<Course> Courses)
{
    public IEnumerable<Learner> Students => Learners.Where(learner => learner.Person is not null);

    public static CampusData Load(int extraLearners)
    {
        using var stream = typeof(CampusData).Assembly.GetManifestResourceStream("campus.json")!;
        var campus = JsonSerializer.Deserialize<CampusData>(stream, JsonSerializerOptions.Web)!;
        return campus with { Learners = [.. campus.Learners, .. Enumerable.Range(1, extraLearners).Select(Learner.Invented)] };
    }

    /// <summary>
    /// By name, e-mail, student number, Canvas id (local or global) or Moodle id; the first learner when nothing is asked.
    /// </summary>
    public Learner? FindLearner(string? text) => text is null
        ? Learners[0]
        : Learners.FirstOrDefault(learner => learner.IsCalled(text, Canvas.Shard));

    /// <summary>By code, Canvas id, SIS source id, Moodle id or section; the first course when nothing is asked.</summary>
    public Course? FindCourse(string? text) => text is null
        ? Courses[0]
        : Courses.FirstOrDefault(course => course.IsCalled(text));

    /// <summary>The same two ids always give the same GUID, on every start.</summary>
    public static Guid GuidFrom(string kind, params string[] parts) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes($"{kind}|{string.Join('|', parts)}")).AsSpan(0, 16));
}

internal sealed record Bilingual(string Fr, string En)
{
    public string In(string language) => language == "fr" ? Fr : En;
}

internal sealed record Institution(string Id, Bilingual Name, string TimeZone, string Sender, string Issuer);

internal sealed record CanvasAccount(string Host, string RootAccountUuid, long RootAccountId, long Shard, long TeacherId)
{
    /// <summary>Canvas writes an id across shards as shard × 10¹³ + local id.</summary>
    public string Global(long localId) => (Shard + localId).ToString(System.Globalization.CultureInfo.InvariantCulture);
}

internal sealed record MoodleSite(string Url, Bilingual Name);

internal sealed record GradeIds(
    Guid Scheme, Guid Pass, Guid Distinction, Guid Fail, Guid Withdrawn, Guid Incomplete, Guid FinalType)
{
    /// <summary>What each grade is called, and whether it gives credit.</summary>
    public IReadOnlyDictionary<Guid, (string Value, bool GivesCredit)> All { get; } = new Dictionary<Guid, (string, bool)>
    {
        [Pass] = ("P", true),
        [Distinction] = ("A+", true),
        [Fail] = ("F", false),
        [Withdrawn] = ("W", false),
        [Incomplete] = ("I", false),
    };
}
