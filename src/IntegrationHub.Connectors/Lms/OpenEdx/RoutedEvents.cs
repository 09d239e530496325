using System.Text.Json;
using System.Text.RegularExpressions;
using IntegrationHub.Connectors.Json;
using IntegrationHub.Core.Completions;

namespace IntegrationHub.Connectors.Lms.OpenEdx;

/// <summary>What event-routing-backends makes of tracking events: statements and Caliper events that name a course by an address.</summary>
internal static partial class RoutedEvents
{
    /// <summary>Adds to each course's address the key that it ends in, by which everybody else knows the course; a pass is a pass.</summary>
    public static Reading WithCourseKeys(Reading reading) => reading.Completions.Count == 0 ? reading : reading with
    {
        Completions =
        [
            .. reading.Completions.Select(completion => completion with
            {
                Courses = [.. completion.Courses.Concat(completion.Courses.Select(Key).OfType<string>()).Distinct()],
                Passed = completion.Passed ?? (completion is { Kind: CompletionKind.Completed, EventName: "passed", Score: null } ? true : null),
            }),
        ],
    };

    /// <summary>Reads a Caliper event: of all that is sent only the first pass of a course is a completion.</summary>
    public static Reading Caliper(JsonElement? json)
    {
        var (type, action) = (json.Text("type"), json.Text("action"));
        if (action != "Completed" || json.Text("object", "type") is not ("CourseOffering" or "CourseSection"))
            return OneEvent.Noise($"{type}:{action}");
        if ((json.Text("actor", "id") ?? json.Text("actor")) is not { } actor || json.Text("object", "id") is not { } course)
            return OneEvent.Fault("A completed course names no actor or no object.");
        if (json.Time("eventTime") is not { } at)
            return OneEvent.Fault("A completed course bears no eventTime.");
        var completion = new Completion
        {
            EventId = "",
            EventName = $"{type}:{action}",
            Kind = CompletionKind.Completed,
            Learner = [new(LearnerReferenceKind.LmsId, actor[(actor.LastIndexOf('/') + 1)..])],
            Courses = [course, .. Key(course) is { } key ? [key] : Array.Empty<string>()],
            Passed = true,
            At = at,
        };
        return OneEvent.Counts(completion, json.Text("id"));
    }

    private static string? Key(string address) => CourseKey().Match(address) is { Success: true } key ? key.Value : null;

    [GeneratedRegex(@"(?<=/)(course|ccx)-v1:[^/?#]+")]
    private static partial Regex CourseKey();
}
