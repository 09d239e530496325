using System.Text.RegularExpressions;
using IntegrationHub.Connectors.Lms.Caliper;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.MicroCredentials;

namespace IntegrationHub.Connectors.Lms.OpenEdx;

/// <summary>What event-routing-backends makes of tracking events: statements and Caliper events that name a course by an address.</summary>
internal static partial class RoutedEvents
{
    // Of all that is sent as Caliper only the first pass of a course is one.
    private const string CompletedCourse = "Event:Completed";

    /// <summary>
    /// Adds to each course's address the key that it ends in, by which everybody else knows the course; a pass is a pass.
    /// </summary>
    public static Reading WithCourseKeys(Reading reading) =>
        reading.Completions.Count == 0
            ? reading
            : reading with
            {
                Completions =
                [
                    .. reading.Completions.Select(completion =>
                        completion with
                        {
                            // The key first, as the other ways name the course: one course, one attempt.
                            Courses = [.. completion.Courses.Select(Key).OfType<string>().Concat(completion.Courses).Distinct()],
                            // Grades of subsections came in this form last: offerings name them by the key, as in the other forms.
                            Assessment = completion.EventName == "earned" && BlockKey().Match(completion.Assessment ?? "") is
                                { Success: true } block
                                    ? block.Value
                                    : completion.Assessment,
                            Site = completion.Courses.Where(IsAddress).Select(LmsSite.At).FirstOrDefault() ?? completion.Site,
                            // As the tracking event now_failed: what may count for an offering by a pass counts against it.
                            Kind = completion is { Kind: CompletionKind.Assessed, EventName: "failed", Assessment: null, Score: null }
                                ? CompletionKind.Undone
                                : completion.Kind,
                            Passed = completion.Passed
                                ?? (
                                    completion is { Kind: CompletionKind.Completed, EventName: "passed" or CompletedCourse, Score: null }
                                    && completion.Doubts.All(doubt => doubt.Of != DoubtKind.Pass)
                                        ? true
                                        : null),
                        }),
                ],
            };

    /// <summary>A Caliper event in an envelope; the backend puts it there unless it is set up not to.</summary>
    public static ReadOnlyMemory<byte> InEnvelope(ReadOnlyMemory<byte> caliper) =>
        CaliperEnvelope.Looks(caliper.Span, other: "@context"u8)
            ? caliper
            : (byte[])
                [
                    .. """{"sensor":"","sendTime":"","dataVersion":"http://purl.imsglobal.org/ctx/caliper/v1p2","data":["""u8,
                    .. caliper.Span,
                    .. "]}"u8,
                ];

    private static bool IsAddress(string course) => course.StartsWith("http", StringComparison.OrdinalIgnoreCase);

    private static string? Key(string address) => CourseKey().Match(address) is { Success: true } key ? key.Value : null;

    [GeneratedRegex("(?<=/)block-v1:[^/?#]+")]
    private static partial Regex BlockKey();

    [GeneratedRegex(@"(?<=/)(course|ccx)-v1:[^/?#]+")]
    private static partial Regex CourseKey();
}
