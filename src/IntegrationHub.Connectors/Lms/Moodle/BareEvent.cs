using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using IntegrationHub.Connectors.Json;
using IntegrationHub.Connectors.Lms.Statements;
using IntegrationHub.Core;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.MicroCredentials;

namespace IntegrationHub.Connectors.Lms.Moodle;

/// <summary>
/// A Moodle event as it is: local_webhooks sends all of its members, a workflow of tool_trigger those that its template
/// names, and what its look-ups found of the learner and the course (<c>user_…</c>, <c>course_…</c>).
/// </summary>
internal sealed class BareEvent(JsonElement? json, string name)
{
    /// <summary>Reads an event that says it all by itself.</summary>
    public Reading Read()
    {
        // The learner of these events; userid is who acted: a teacher, or nobody (cron).
        if (Text("relateduserid") is not { } learner)
            return Fault("The event has no relateduserid.");
        if (At is not { } time)
            return Fault("The event has no timecreated in seconds since 1970.");
        var courses = Courses();
        if (courses[0] is null)
            return Fault(name == MoodleEvents.CourseCompleted ? "The event has no courseid." : "The event has no objectid.");
        return new()
        {
            Completions =
            [
                new()
                {
                    EventId = Id,
                    EventName = name,
                    Kind = name is MoodleEvents.BadgeRevoked or MoodleEvents.CertificateRevoked
                        ? CompletionKind.Undone
                        : CompletionKind.Completed,
                    Learner = Learner(learner),
                    Courses = [.. courses.OfType<string>().Distinct()],
                    Attempt = IsOfACertificate ? MoodleIds.CertificateCodeIn(json.At("other") is { } other ? $"{other}" : null) : null,
                    Tenant = Text("host"),
                    Site = LmsSite.At(Text("host")),
                    At = time,
                },
            ],
        };
    }

    private bool IsOfACertificate => name is MoodleEvents.CertificateIssued or MoodleEvents.CertificateRevoked;

    private string?[] Courses() =>
        name == MoodleEvents.CourseCompleted ? [Text("courseid"), Text("course_idnumber"), Text("course_shortname")]
        : IsOfACertificate ? [MoodleIds.AnyCertificate, Text("courseid") is { } course and not "0" ? MoodleIds.CertificateOf(course) : null]
        : [Text("objectid") is { } badge ? MoodleIds.Badge(badge) : null];

    // Moodle's log numbers its rows, but no plugin sends the number: what stays the same is what happened, to whom, and when.
    private string Id
    {
        get
        {
            var identity = string.Join('\n', name, Text("courseid"), Text("objectid"), Text("relateduserid"), Text("timecreated"));
            return Base32.Encode(SHA256.HashData(Encoding.UTF8.GetBytes(identity)).AsSpan(0, 20));
        }
    }

    private DateTimeOffset? At =>
        long.TryParse(Text("timecreated"), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && seconds is > 0 and < 100_000_000_000
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;

    private List<LearnerReference> Learner(string id)
    {
        var references = new List<LearnerReference>();
        if (Text("user_idnumber") is { } number)
            references.Add(new(LearnerReferenceKind.StudentNumber, number));
        references.Add(new(LearnerReferenceKind.LmsId, id));
        if (Text("user_username") is { } login)
            references.Add(new(LearnerReferenceKind.Login, login));
        // tool_trigger reads its template as a query, in which a plus is a space; an address has none.
        if (Text("user_email") is { } address && address.Contains('@', StringComparison.Ordinal))
            references.Add(new(LearnerReferenceKind.Email, address.Replace(' ', '+')));
        return references;
    }

    /// <summary>A member; a placeholder that no look-up filled is none.</summary>
    private string? Text(string member) => json.Text(member) is { } text && text is not ['{', .., '}'] ? text : null;

    private static Reading Fault(string sentence) => new() { Fault = sentence };
}
