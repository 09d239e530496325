using System.Text.Json;
using IntegrationHub.Connectors.Json;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.MicroCredentials;

namespace IntegrationHub.Connectors.Lms.OpenEdx;

/// <summary>An event of the openedx-webhooks plugin.</summary>
internal sealed class PluginEvent(PluginFields fields)
{
    private const string Learning = "org.openedx.learning.";
    private const string Downloadable = "downloadable";

    // On the way to another state, which will be told by an event of its own.
    private static readonly string[] InBetween = ["generating", "regenerating", "requesting", "error"];

    private readonly string? _name = fields.OfEvent("event_type");

    /// <summary>The event; null where it is nothing that the plugin sends.</summary>
    public static PluginEvent? Of(JsonElement? json) => PluginFields.Of(json) is { } fields ? new(fields) : null;

    /// <summary>Whether an event of that name may be a completion; all others are noise.</summary>
    public static bool MayBeCompletion(ReadOnlySpan<byte> name) =>
        name.StartsWith("org.openedx.learning.certificate."u8)
        || name.IndexOf("course.passing.status.updated"u8) >= 0
        || name.IndexOf("course.persistent_grade_summary.changed"u8) >= 0;

    /// <summary>Reads it.</summary>
    public Reading Read()
    {
        if (_name is null)
            return OneEvent.Fault("The plugin's event has no event_metadata.event_type.");
        var completion = Short(_name) switch
        {
            "certificate.created" or "certificate.changed" => Certificate(),
            "certificate.revoked" => Of(CompletionKind.Undone),
            "course.passing.status.updated" or "ccx.course.passing.status.updated" => Passing(),
            "course.persistent_grade_summary.changed" => Graded(),
            _ => null,
        };
        if (completion is null)
            return OneEvent.Noise(_name);
        if (completion.Learner.Count == 0 || completion.Courses.Count == 0)
            return OneEvent.Fault("The plugin's event names no user or no course.");
        if (completion.At == default)
            return OneEvent.Fault("The plugin's event has no event_metadata.time that can be read.");
        return OneEvent.Counts(completion, fields.OfEvent("id"));
    }

    // Certificates are also made before they may be seen, and kept when they may not be seen any more.
    private Completion? Certificate() => (Status: fields.Text("current_status"), Before: fields.Text("previous_status")) switch
    {
        // Without a pass, and only for having been there.
        { Status: Downloadable } when fields.Text("mode") == "audit" => null,
        { Status: Downloadable } => WithGrade(Of(CompletionKind.Completed)),
        { Status: { } status, Before: null or Downloadable } when !InBetween.Contains(status) => Of(CompletionKind.Undone),
        _ => null,
    };

    private Completion? Passing() => Flag.Of(fields.Text("is_passing")) switch
    {
        { Value: true } => Of(CompletionKind.Completed) with { Passed = true },
        // Later evidence against the pass: what follows from it is the institution's policy.
        { Value: false } => Of(CompletionKind.Assessed) with { Passed = false },
        { IsUnread: true } unread => Of(CompletionKind.Assessed).ButFor(unread),
        _ => null,
    };

    // Computed anew with every answer: without a letter, and never passed, the learner is still at it.
    private Completion? Graded() =>
        fields.Text("letter_grade") is null && fields.Text("passed_timestamp") is null ? null
        : Points.Of(Figure.Of(fields.Text("percent_grade")), 0, 1) is { IsGiven: true } score
            ? score.In(Of(CompletionKind.Assessed) with { Letter = fields.Text("letter_grade") })
            : null;

    /// <summary>
    /// A certificate's grade is a share as text, a letter, or nothing. One that is neither a share nor says pass is no pass by itself: the
    /// certificate may be given by exception.
    /// </summary>
    private Completion WithGrade(Completion completion) => Figure.Of(fields.Text("grade")) switch
    {
        { IsGiven: false } => completion,
        { Value: >= 0 and <= 1 } share => Points.Of(share, 0, 1).In(completion),
        { Value: not null } number => completion.But(Doubt.About(DoubtKind.Pass, number.Written)),
        { Unread: var letter } when PassWords.Read(letter) == true => completion with { Letter = letter },
        { Unread: var letter } => (completion with { Letter = letter }).But(Doubt.About(DoubtKind.Pass, letter)),
    };

    private Completion Of(CompletionKind kind)
    {
        List<LearnerReference> learner = [];
        Add(LearnerReferenceKind.LmsId, fields.Text("user", "id") ?? fields.Text("user_id"));
        Add(LearnerReferenceKind.Login, fields.Text("user", "pii", "username"));
        Add(LearnerReferenceKind.Email, fields.Text("user", "pii", "email"));
        return new()
        {
            EventId = "",
            EventName = _name!,
            Kind = kind,
            Learner = learner,
            Courses = (fields.Text("course", "course_key") ?? fields.Text("course", "ccx_course_key")) is { } course ? [course] : [],
            At = Moments.Parse(fields.OfEvent("time")).GetValueOrDefault(),
        };

        void Add(LearnerReferenceKind of, string? value)
        {
            if (value is not null)
                learner.Add(new(of, value));
        }
    }

    /// <summary>A name without its beginning, and without its version.</summary>
    private static string Short(string name) =>
        name.StartsWith(Learning, StringComparison.Ordinal)
        && name.LastIndexOf(".v", StringComparison.Ordinal) is var end
        && end > Learning.Length
            ? name[Learning.Length..end]
            : name;
}
